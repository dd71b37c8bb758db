#define _GNU_SOURCE
#include "system_calls.h"

#include <fcntl.h>
#include <stdio.h>

int system_rename_new(const char *old_path, const char *new_path) {
  return renameat2(AT_FDCWD, old_path, AT_FDCWD, new_path, RENAME_NOREPLACE);
}
