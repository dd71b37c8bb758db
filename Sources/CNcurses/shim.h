/* What Swift cannot import from ncurses and wchar.h: macros, globals, variadic calls. */
#ifndef DUTYDESK_CNCURSES_SHIM_H
#define DUTYDESK_CNCURSES_SHIM_H

#ifndef _XOPEN_SOURCE_EXTENDED
#define _XOPEN_SOURCE_EXTENDED 1
#endif
#define NCURSES_WIDECHAR 1
#include <ncurses.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

/* Declared only under _XOPEN_SOURCE, which Swift's Glibc module does not set. */
extern int wcwidth(wchar_t character);

/* Columns of a scalar in the current LC_CTYPE; -1 when it cannot be drawn. */
static inline int dutydesk_wcwidth(uint32_t scalar) { return wcwidth((wchar_t)scalar); }

/* Whether the current LC_CTYPE knows more than one byte for a character. */
static inline int dutydesk_is_multibyte(void) { return MB_CUR_MAX > 1; }

/* term.h declares these among macros that would cover half of the alphabet. */
extern char *tigetstr(const char *capability);
extern int tigetflag(const char *capability);

/* newterm on standard output and input. Unlike initscr it returns when the terminal is unknown. */
static inline SCREEN *dutydesk_newterm(const char *name) { return newterm(name, stdout, stdin); }

static inline WINDOW *dutydesk_standard_window(void) { return stdscr; }
static inline WINDOW *dutydesk_physical_window(void) { return curscr; }
static inline int dutydesk_rows(void) { return getmaxy(stdscr); }
static inline int dutydesk_columns(void) { return getmaxx(stdscr); }
static inline int dutydesk_colours(void) { return has_colors() ? COLORS : 1; }
static inline int dutydesk_pairs(void) { return COLOR_PAIRS; }

/* A string capability; NULL when the terminal lacks it. */
static inline const char *dutydesk_capability(const char *name) {
  const char *value = tigetstr(name);
  return value == (char *)-1 ? NULL : value;
}

static inline attr_t dutydesk_attributes(int bold, int underline, int reverse, int dim) {
  return (bold ? WA_BOLD : 0) | (underline ? WA_UNDERLINE : 0) | (reverse ? WA_REVERSE : 0) |
         (dim ? WA_DIM : 0);
}

/* Writes one whole character: a spacing scalar and up to four marks, ended by 0. */
static inline int dutydesk_put(int y, int x, const wchar_t *text, attr_t attributes, int pair) {
  cchar_t cell;
  if (setcchar(&cell, text, attributes, 0, &pair) == ERR) return ERR;
  return mvwadd_wchnstr(stdscr, y, x, &cell, 1);
}

/* The same for a single scalar. */
static inline int dutydesk_put_one(int y, int x, wchar_t scalar, attr_t attributes, int pair) {
  wchar_t text[2] = {scalar, 0};
  return dutydesk_put(y, x, text, attributes, pair);
}

/* Adds a byte of input to a character of the locale: 1 when it is whole, 0 when more of it must come, -1 when it is
   none. wget_wch forgets the beginning of a character whose end has not come yet. */
static inline int dutydesk_assemble(uint8_t byte, uint32_t *character) {
  static mbstate_t state;
  char bytes[1] = {(char)byte};
  wchar_t wide = 0;
  int begun = !mbsinit(&state);
  size_t length = mbrtowc(&wide, bytes, 1, &state);
  if (length == (size_t)-2) return 0;
  if (length == (size_t)-1) {
    memset(&state, 0, sizeof state);
    /* What cut a character short may be the beginning of the next. */
    return begun ? dutydesk_assemble(byte, character) : -1;
  }
  *character = (uint32_t)wide;
  return 1;
}

/* Presses of the left button and the wheel; never motion. */
static inline void dutydesk_take_mouse(int taken) {
  mouseinterval(0);
  mousemask(taken ? BUTTON1_PRESSED | BUTTON4_PRESSED | BUTTON5_PRESSED : 0, NULL);
}

/* The mouse event behind KEY_MOUSE: 1 click, 2 wheel up, 3 wheel down, 0 anything else. */
static inline int dutydesk_mouse_event(int *x, int *y) {
  MEVENT event;
  if (getmouse(&event) == ERR) return 0;
  *x = event.x;
  *y = event.y;
  if (event.bstate & BUTTON1_PRESSED) return 1;
  if (event.bstate & BUTTON4_PRESSED) return 2;
  if (event.bstate & BUTTON5_PRESSED) return 3;
  return 0;
}

#endif
