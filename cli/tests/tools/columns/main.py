from codes import Columns, Retry

busy, late = Columns.from_code("@deprecated x").meanings
print(busy.section, busy.section_name, busy.section_en, busy.en)
print(busy.http, busy.weight, busy.fatal, busy.retry == Retry("up_to", 3), busy.class_, busy.quota)
print(late.name, late.retry == Retry("after_renewal"), late.class_ is None, Columns.SUCCESS.meanings[0].section is None)
