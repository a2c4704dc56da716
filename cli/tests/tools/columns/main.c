#include "codes.h"
#include <inttypes.h>
#include <stdio.h>

static const char *yes(bool value) {
    return value ? "true" : "false";
}

int main(void) {
    static const char *const tags[] = {"en-GB", "it_IT.UTF-8", "nb-NO", "zh-Hant-HK", "zh_TW", "zh", "fr", ""};
    const struct columns_meaning *busy = columns_find("@deprecated x");
    const struct columns_meaning *late = busy + 1;
    printf("%s|%s|%s|%s\n", busy->section, busy->section_name, busy->section_en, busy->message_en);
    printf("%" PRId64 "|%.1f|%s|%s|%d\n", busy->http, busy->weight, yes(busy->fatal),
           busy->retry.advice == COLUMNS_RETRY_UP_TO ? "up_to" : "", busy->retry.times);
    printf("%s|%" PRIu64 "|%s|%" PRId64 "\n", busy->class, busy->quota, yes(busy->is), busy->id);
    printf("%s|%s|%s\n", late->name, late->retry.advice == COLUMNS_RETRY_AFTER_RENEWAL ? "after_renewal" : "",
           yes(late->class == NULL));
    printf("%s\n", yes(columns_find("ok")->section == NULL));
    for (size_t tag = 0; tag < sizeof tags / sizeof tags[0]; tag++) {
        printf("%s|%s\n", columns_message_in(busy, tags[tag]), columns_message_in(late, tags[tag]));
    }
    return 0;
}
