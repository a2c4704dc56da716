#include "codes.h"
#include <stdio.h>
#include <inttypes.h>

int main(void) {
    const struct columns_meaning *it = columns_find("@deprecated x");
    printf("%s %s %s %s\n", it->section, it->section_name, it->section_en, it->en);
    printf("%" PRId64 " %.1f %d %d %d %s %" PRIu64 "\n", it->http, it->weight, it->fatal,
           it->retry.advice == COLUMNS_RETRY_UP_TO, it->retry.times, it->class, it->quota);
    it++;
    printf("%s %d %d\n", it->name, it->retry.advice == COLUMNS_RETRY_AFTER_RENEWAL, it->class == NULL);
    return columns_find("ok")->section != NULL;
}
