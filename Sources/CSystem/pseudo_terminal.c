#define _GNU_SOURCE
#include "pseudo_terminal.h"

#include <pty.h>
#include <stdlib.h>
#include <unistd.h>

int dutydesk_spawn_in_terminal(const char *path, char *const arguments[], char *const environment[], int rows,
                               int columns, pid_t *child) {
  struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
  int terminal = -1;
  pid_t pid = forkpty(&terminal, NULL, NULL, &size);
  if (pid < 0) return -1;
  if (pid == 0) {
    execve(path, arguments, environment);
    _exit(127);
  }
  *child = pid;
  return terminal;
}
