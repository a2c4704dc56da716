#include "codes.h"

#include <stdio.h>

static void print(int code, const char *lang, const struct shop_value *values, size_t count) {
    char text[200];
    char start[] = "xxxxxx";
    int length = shop_fill_in(text, sizeof text, code, lang, values, count);
    if (length < 0) {
        puts("unknown");
        return;
    }
    /* A short buffer gets the start of the text, and one of no bytes nothing. */
    if ((size_t)length != strlen(text) || shop_fill_in(NULL, 0, code, lang, values, count) != length ||
        shop_fill_in(start, 5, code, lang, values, count) != length || strncmp(start, text, 4) != 0 ||
        memcmp(start + 4, "\0x", 2) != 0) {
        puts("wrong length");
    }
    puts(text);
}

int main(void) {
    const struct shop_value other[] = {{"max", "1"}, {"max", "1"}};
    ERRORS
    print(SHOP_UNKNOWN_BOOK, "en", other, 1);
    /* One value twice is not two, and a code of the future has no values. */
    if (shop_fill_in(NULL, 0, SHOP_TOO_MANY_COPIES, "en", other, 2) != -1 || shop_fill_in(NULL, 0, 9999, "en", NULL, 0) != -1) {
        puts("values of another error");
    }
    return 0;
}
