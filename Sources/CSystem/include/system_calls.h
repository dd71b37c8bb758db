// What the processor offers and Swift cannot name: the CRC-32C and SHA-256 instructions.
// Each function says with its result whether this processor has them; callers keep their own software path.
#ifndef DUTYDESK_SYSTEM_CALLS_H
#define DUTYDESK_SYSTEM_CALLS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// Continues the raw (not yet inverted) CRC-32C register in `crc` over `count` bytes.
bool system_crc32c(uint32_t *crc, const void *bytes, size_t count);

/// Runs the SHA-256 compression function over `blocks` blocks of 64 bytes, updating the eight words of `state`.
bool system_sha256(uint32_t *state, const void *bytes, size_t blocks);

/// Lets large blocks go back to the system as soon as they are freed. Left to itself the C library keeps up to 32 MiB
/// of them once one was freed: a console on 20,000 tickets stayed at 46 MiB instead of 30.
void system_give_back_large_blocks(void);

/// Gives a file or folder a name that nothing has yet (renameat2); -1 with errno set, EEXIST where something has it.
int system_rename_new(const char *old_path, const char *new_path);

#endif
