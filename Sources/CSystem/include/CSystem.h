#ifndef DUTYDESK_CSYSTEM_H
#define DUTYDESK_CSYSTEM_H

#include "arguments.h"
#include "crash_guard.h"
#include "pseudo_terminal.h"
#include "system_calls.h"

#endif
