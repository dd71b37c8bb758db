/* ppoll */
#define _GNU_SOURCE 1
#include "crash_guard.h"

#include <errno.h>
#include <signal.h>
#include <fcntl.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

static const int faults[] = {SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT, SIGTRAP};
static const int noted[] = {SIGHUP, SIGTERM, SIGINT, SIGTSTP};
enum { FAULTS = sizeof faults / sizeof *faults, NOTED = sizeof noted / sizeof *noted };

static struct sigaction before_faults[FAULTS];
static struct sigaction before_noted[NOTED];
static struct sigaction before_continue;
static struct termios before_terminal;
static sigset_t before_mask, sleep_mask;
static int terminal = -1;
static volatile sig_atomic_t installed, armed, end_requested, end_pending, stop_requested, continued;
static char alternate_stack[65536];

/* Attributes off, cursor shown, keypad and cursor keys normal, bracketed paste, mouse and focus reports off,
   back from the alternate screen. Terminals ignore those they do not know. */
static const char common[] =
    "\033[0m\033[?25h\033[?1l\033>\033[?2004l\033[?1000l\033[?1002l\033[?1003l\033[?1006l\033[?1004l"
    "\033[?1049l\r";
static char described[256];
static volatile sig_atomic_t described_length;

static void write_all(const char *bytes, size_t length) {
  while (length > 0) {
    ssize_t count = write(terminal, bytes, length);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return;
    bytes += count;
    length -= (size_t)count;
  }
}

static void give_terminal_back(void) {
  if (!armed) return;
  armed = 0;
  /* A background process group would be stopped by SIGTTOU instead of restoring anything. */
  signal(SIGTTOU, SIG_IGN);
  write_all(described, (size_t)described_length);
  write_all(common, sizeof common - 1);
  tcsetattr(terminal, TCSANOW, &before_terminal);
}

/* The signal is blocked while its handler runs: raised here, it strikes when the handler returns. */
static void die_of(int number) {
  give_terminal_back();
  struct sigaction fatal;
  memset(&fatal, 0, sizeof fatal);
  fatal.sa_handler = SIG_DFL;
  sigaction(number, &fatal, NULL);
  raise(number);
}

/* A handler from before (Swift's backtrace) speaks on the terminal that was given back. It counts on the fault to
   happen again when it returns, which a signal that somebody sent does not: this one dies all the same. */
static void on_fault(int number, siginfo_t *information, void *context) {
  give_terminal_back();
  for (int i = 0; i < FAULTS; i++) {
    if (faults[i] != number) continue;
    const struct sigaction *before = &before_faults[i];
    if (before->sa_flags & SA_SIGINFO)
      before->sa_sigaction(number, information, context);
    else if (before->sa_handler != SIG_DFL && before->sa_handler != SIG_IGN)
      before->sa_handler(number);
  }
  die_of(number);
}

static void on_noted(int number) {
  if (number == SIGTSTP) {
    stop_requested = 1;
    return;
  }
  if (!end_requested) {
    end_requested = end_pending = 1;
    return;
  }
  die_of(number);
}

static void on_continue(int number) {
  (void)number;
  continued = 1;
}

/* Whoever started us may have left signals blocked, and the mask is inherited: a terminal whose end, size or fault
   goes unnoticed is of no use to anybody. */
static void let_signals_in(void) {
  sigset_t ours;
  sigemptyset(&ours);
  sigaddset(&ours, SIGWINCH);
  sigaddset(&ours, SIGCONT);
  for (int i = 0; i < FAULTS; i++) sigaddset(&ours, faults[i]);
  for (int i = 0; i < NOTED; i++) sigaddset(&ours, noted[i]);
  sigprocmask(SIG_UNBLOCK, &ours, &before_mask);
  sigprocmask(SIG_SETMASK, NULL, &sleep_mask);
  sigset_t held;
  sigemptyset(&held);
  sigaddset(&held, SIGWINCH);
  sigprocmask(SIG_BLOCK, &held, NULL);
}

int dutydesk_crash_guard_install(void) {
  if (installed) return 0;
  terminal = STDOUT_FILENO;
  if (tcgetattr(terminal, &before_terminal) != 0) return -1;

  stack_t stack;
  memset(&stack, 0, sizeof stack);
  stack.ss_sp = alternate_stack;
  stack.ss_size = sizeof alternate_stack;
  sigaltstack(&stack, NULL);

  struct sigaction action;
  memset(&action, 0, sizeof action);
  sigemptyset(&action.sa_mask);
  action.sa_flags = SA_ONSTACK | SA_SIGINFO;
  action.sa_sigaction = on_fault;
  for (int i = 0; i < FAULTS; i++) sigaction(faults[i], &action, &before_faults[i]);

  action.sa_flags = SA_ONSTACK;
  action.sa_handler = on_noted;
  for (int i = 0; i < NOTED; i++) {
    sigaction(noted[i], NULL, &before_noted[i]);
    /* nohup and shells without job control ignore some: that stays. */
    if (before_noted[i].sa_handler == SIG_IGN) continue;
    sigaction(noted[i], &action, NULL);
  }
  action.sa_handler = on_continue;
  sigaction(SIGCONT, &action, &before_continue);
  end_requested = end_pending = stop_requested = continued = 0;
  let_signals_in();
  installed = 1;
  armed = 1;
  return 0;
}

void dutydesk_crash_guard_set_sequence(const char *bytes, size_t length) {
  described_length = 0;
  if (length >= sizeof described) return;
  memcpy(described, bytes, length);
  described_length = (sig_atomic_t)length;
}

void dutydesk_crash_guard_arm(int on) {
  if (installed) armed = on != 0;
}

void dutydesk_crash_guard_remove(void) {
  if (!installed) return;
  armed = 0;
  installed = 0;
  for (int i = 0; i < FAULTS; i++) sigaction(faults[i], &before_faults[i], NULL);
  for (int i = 0; i < NOTED; i++) sigaction(noted[i], &before_noted[i], NULL);
  sigaction(SIGCONT, &before_continue, NULL);
  sigprocmask(SIG_SETMASK, &before_mask, NULL);
}

int dutydesk_crash_guard_take_end_request(void) {
  int end = end_pending;
  end_pending = 0;
  return end;
}

int dutydesk_crash_guard_take_stop_request(void) {
  int stop = stop_requested;
  stop_requested = 0;
  return stop;
}

int dutydesk_crash_guard_take_continuation(void) {
  int was = continued;
  continued = 0;
  return was;
}

void dutydesk_crash_guard_stop(void) {
  struct sigaction stop, before;
  sigset_t one, mask;
  memset(&stop, 0, sizeof stop);
  sigemptyset(&stop.sa_mask);
  stop.sa_handler = SIG_DFL;
  sigemptyset(&one);
  sigaddset(&one, SIGTSTP);
  sigaction(SIGTSTP, &stop, &before);
  sigprocmask(SIG_UNBLOCK, &one, &mask);
  kill(0, SIGTSTP);
  sigprocmask(SIG_SETMASK, &mask, NULL);
  sigaction(SIGTSTP, &before, NULL);
  stop_requested = continued = 0;
}

int dutydesk_crash_guard_poll(struct pollfd *polled, nfds_t count, const struct timespec *left) {
  if (!installed) return ppoll(polled, count, left, NULL);
  sigset_t held, before;
  sigemptyset(&held);
  sigaddset(&held, SIGWINCH);
  sigaddset(&held, SIGCONT);
  for (int i = 0; i < NOTED; i++) sigaddset(&held, noted[i]);
  sigprocmask(SIG_BLOCK, &held, &before);
  int result = -1;
  int error = EINTR;
  if (!end_pending && !stop_requested && !continued) {
    result = ppoll(polled, count, left, &sleep_mask);
    error = errno;
  }
  sigprocmask(SIG_SETMASK, &before, NULL);
  errno = error;
  return result;
}
