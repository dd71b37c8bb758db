// The words that the program was started with, as the kernel handed them to it.
#ifndef DUTYDESK_ARGUMENTS_H
#define DUTYDESK_ARGUMENTS_H

/// How many there are, the program's name among them.
int system_argument_count(void);

/// One of them; null beyond the last.
const char *system_argument(int place);

#endif
