#include "include/arguments.h"

static int count;
static char **words;

// The C library hands main's arguments to every constructor. Swift's own list is read from /proc, which may not be there.
__attribute__((constructor)) static void keep(int argc, char **argv)
{
    count = argc;
    words = argv;
}

int system_argument_count(void) { return count; }

const char *system_argument(int place) { return place >= 0 && place < count ? words[place] : 0; }
