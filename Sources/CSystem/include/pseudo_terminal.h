#ifndef DUTYDESK_PSEUDO_TERMINAL_H
#define DUTYDESK_PSEUDO_TERMINAL_H

#include <sys/types.h>

/// Starts a program in a pseudo-terminal of that size; gives the controlling end, or -1 with errno set.
int dutydesk_spawn_in_terminal(const char *path, char *const arguments[], char *const environment[], int rows,
                               int columns, pid_t *child);

#endif
