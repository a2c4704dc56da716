/* Asks the exported header what standard input asks, a question a line, and answers a line each. */
#include "codes.h"
#include <stdio.h>
#include <stdlib.h>

static const char *or_empty(const char *text) { return text ? text : ""; }

int main(void) {
    char line[65536];
    while (fgets(line, sizeof line, stdin)) {
        line[strcspn(line, "\n")] = 0;
        char *text = strchr(line, '\t') + 1;
        if (line[0] == 's') {
            /* The header has a table and no lookup by symbol. */
            const char *separator = "";
            for (size_t i = 0; i < PREFIX_meaning_count; i++) {
                if (strcmp(or_empty(PREFIX_meanings[i].symbol), text) == 0) {
                    printf("%s" FORMAT, separator, PREFIX_meanings[i].code);
                    separator = ",";
                    while (i + 1 < PREFIX_meaning_count && PREFIX_meanings[i + 1].code == PREFIX_meanings[i].code) i++;
                }
            }
            puts("");
            continue;
        }
        RAW code = READ;
        const struct PREFIX_meaning *meaning = PREFIX_find(code);
        printf("%s\t%s", meaning ? "true" : "false", PREFIX_is_success(code) ? "true" : "false");
        for (const struct PREFIX_meaning *it = meaning; meaning && it < PREFIX_meanings + PREFIX_meaning_count; it++) {
            if (SAME) {
                printf("\t%s\x1f%s\x1f%s\x1f%s", it->name, or_empty(it->symbol), it->message, or_empty(it->help));
            }
        }
        puts("");
        if (PREFIX_message(code) != (meaning ? meaning->message : NULL)) return 1;
        if (PREFIX_help(code) != (meaning ? meaning->help : NULL)) return 1;
    }
    return 0;
}
