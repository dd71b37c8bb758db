/* Gives the terminal back when the process dies, and turns polite signals into notes for the loop. */
#ifndef DUTYDESK_CRASH_GUARD_H
#define DUTYDESK_CRASH_GUARD_H

#include <poll.h>
#include <stddef.h>
#include <time.h>

/* Saves the terminal's state and watches SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT and SIGTRAP (a Swift trap
   is SIGILL on x86-64 and SIGTRAP on arm64). A fault writes the reset sequences, restores the state, lets a
   handler from before speak and dies of the same signal. SIGHUP, SIGTERM, SIGINT and SIGTSTP are noted for the two calls below; a second one of
   the first three ends the process like a fault. All of them are let in, even when the process was started with
   some blocked. To be called before ncurses starts. Returns 0, or -1 when
   no terminal is open on standard output. Calling it again does nothing. */
int dutydesk_crash_guard_install(void);

/* What to write besides the common sequences, as the terminal's description has it. Longer than 255 bytes
   is left out. */
void dutydesk_crash_guard_set_sequence(const char *bytes, size_t length);

/* Whether the terminal is ours now, and a fault must give it back. */
void dutydesk_crash_guard_arm(int armed);

/* Puts the signal handlers and the signal mask back as they were before install. */
void dutydesk_crash_guard_remove(void);

/* Whether SIGHUP, SIGTERM or SIGINT came since the last call. */
int dutydesk_crash_guard_take_end_request(void);

/* Whether SIGTSTP came since the last call. */
int dutydesk_crash_guard_take_stop_request(void);

/* Whether the process was continued since the last call, after a stop that it did not ask for: what the terminal shows and
   how it is set is not known then. */
int dutydesk_crash_guard_take_continuation(void);

/* Stops the process group, as ^Z does, and returns when it is continued; at once where nobody could continue
   it (an orphaned group). */
void dutydesk_crash_guard_stop(void);

/* ppoll that lets signals in only while it sleeps: one that came just before still ends the sleep, with
   EINTR. Between install and remove SIGWINCH is blocked everywhere else. A null `left` waits for ever. */
int dutydesk_crash_guard_poll(struct pollfd *polled, nfds_t count, const struct timespec *left);

#endif
