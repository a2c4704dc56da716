from codes import Columns


def show(*values):
    print("|".join(str(value).lower() if isinstance(value, bool) else str(value) for value in values))


busy, late = Columns.from_code("@deprecated x").meanings
show(busy.section, busy.section_name, busy.section_en, busy.message_en)
show(busy.http, busy.weight, busy.fatal, busy.retry.advice, busy.retry.times)
show(busy.class_, busy.quota, busy.is_, busy.id)
show(late.name, late.retry.advice, late.class_ is None)
show(Columns.SUCCESS.meanings[0].section is None)
for tag in ["en-GB", "it_IT", "nb-NO", "zh-Hant-HK", "zh-TW", "zh", "fr", ""]:
    show(busy.message_in(tag), late.message_in(tag))
assert Columns.BUSY.message_in("en") == "busy"
