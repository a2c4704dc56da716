# Asks the exported module what standard input asks, a question a line, and answers a line each.
import sys

import codes

(rows,) = (it for it in vars(codes).values() if hasattr(it, "from_code"))
for line in sys.stdin:
    what, text = line.rstrip("\n").split("\t")
    if what == "symbol":
        print(",".join(str(row.value) for row in codes.with_symbol(text)))
        continue
    code = READ(text)
    row = rows.from_code(code)
    meanings = row.meanings if row is not None else ()
    if row is not None:
        assert (row.message, row.help, row.symbol) == (meanings[0].message, meanings[0].help, meanings[0].symbol)
        assert row == code
    answer = [str(row is not None).lower(), str(codes.is_success(code)).lower()]
    print("\t".join(answer + ["\x1f".join(text or "" for text in meaning[:4]) for meaning in meanings]))
