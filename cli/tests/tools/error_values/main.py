import json

from codes import Shop

with open("errors.txt", encoding="utf-8") as errors:
    for line in errors:
        error = json.loads(line)
        for lang in ["en", "de-AT"]:
            print(Shop.from_code(error["code"]).fill_in(error.get("values", {}), lang))
print(Shop.UNKNOWN_BOOK.fill_in({"max": 1}) or "unknown")
