#!/usr/bin/env python3
"""Forms with one cell changed at random, and whether pyxform, ODK Validate and this engine say the same of them.

    mutants.py make OUT --seed 1 --count 40 FORM.xlsx ...   writes OUT/*.xlsx and OUT/mutants.json (what was changed)
    mutants.py ask OUT                                      asks pyxform and ODK Validate: OUT/asked.ndjson (slow: java)
    FORMS_CHECK=OUT FORMS_VERDICTS=OUT/ours.ndjson cargo test -p forms --test verdicts
    mutants.py judge OUT [--all]                            prints every difference; --all also those outside the subset

Needs pyxform, openpyxl and xlrd (see the requirements of the reference programs), java for ODK Validate, and for `judge`
the folder of `subset.py` in SUBSET_DIR.
"""
import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import warnings
from concurrent.futures import ThreadPoolExecutor

import openpyxl
import xlrd

warnings.filterwarnings("ignore")
SHEETS = ("survey", "choices", "settings")
WORDS = (
    "x", "1", "-1", "0.5", "a b", "yes", "no", "true()", "text", "integer", "decimal", "date", "note", "calculate", "range",
    "rank", "select_one", "select_one nope", "select_one yn or_other", "select_multiple nope", "begin group", "end group",
    "begin repeat", "end repeat", "begin_group", "end_repeat", "meta", "${nope}", "${", "${a b}", "a::b", "label", "name",
    "type", "relevant", "field-list", "table-list", "start=1 end=5", "step=0", "randomize=true", "seed=1", "rows=x", "'", "(", ")",
    ". > ", ". = 1", "1 +", "selected(., 'a')", "if(1, 2)", "today()", "nope()", "count(.)", "regex(., '(')", "position(..)",
    "date('2026-02-30')", "2026-01-15", "jr:choice-name('a', 'b')", "once(1)", "é", "1a", "a-b", "A B", "_", "instance('x')/root/item",
)


def grid(path):
    """Every sheet that counts as rows of texts."""
    book = {}
    if open(path, "rb").read(2) == b"PK":
        with open(path, "rb") as file:
            source = openpyxl.load_workbook(file, data_only=True)
        for sheet in source.worksheets:
            if sheet.title.lower() in SHEETS:
                book[sheet.title.lower()] = [[cell for cell in row] for row in sheet.iter_rows(values_only=True)]
    else:
        for sheet in xlrd.open_workbook(path).sheets():
            if sheet.name.lower() in SHEETS:
                rows = [[cell.value if cell.ctype else None for cell in sheet.row(r)] for r in range(sheet.nrows)]
                book[sheet.name.lower()] = [[int(c) if isinstance(c, float) and c.is_integer() else c for c in r] for r in rows]
    return {name: trimmed(rows) for name, rows in book.items()}


def trimmed(rows):
    while rows and not any(c not in (None, "") for c in rows[-1]):
        rows.pop()
    return rows


def write(book, path):
    out = openpyxl.Workbook()
    out.remove(out.active)
    for name, rows in book.items():
        sheet = out.create_sheet(name)
        for row in rows:
            sheet.append([None if c == "" else c for c in row])
    out.save(path)


def changed(text, column, rng):
    """Another text for a cell, and how it came about."""
    how = rng.choice(("clear", "word", "copy", "drop", "insert", "twice"))
    if how == "clear":
        return how, None
    if how == "copy" and column:
        return how, rng.choice(column)
    if how == "drop" and len(text) > 1:
        at = rng.randrange(len(text))
        return how, text[:at] + text[at + 1:]
    if how == "insert" and text:
        at = rng.randrange(len(text) + 1)
        return how, text[:at] + rng.choice("aA1 _-.,;:'\"(){}[]$=<>+*/|é") + text[at:]
    if how == "twice" and text:
        return how, f"{text} {text}"
    return "word", rng.choice(WORDS)


def mutant(book, rng):
    """Changes one cell; what, where and how."""
    while True:
        name = rng.choices(("survey", "choices", "settings"), (8, 2, 1))[0]
        rows = book.get(name) or []
        if not rows or not rows[0]:
            continue
        row = 0 if rng.random() < 0.08 else rng.randrange(min(len(rows), 400))
        filled = [i for i, c in enumerate(rows[row]) if c not in (None, "")]
        column = rng.choice(filled) if filled and rng.random() < 0.8 else rng.randrange(len(rows[0]))
        if row > 0 and rows[0][column] in (None, ""):
            continue
        before = rows[row][column]
        others = [r[column] for r in rows[1:] if r[column] not in (None, "")]
        how, after = changed("" if before is None else str(before), others, rng)
        if after == before or (after is not None and str(after) == str(before)):
            continue
        rows[row][column] = after
        return {"sheet": name, "row": row + 1, "column": str(rows[0][column]), "before": str(before), "after": str(after), "how": how}


def make(options):
    os.makedirs(options.out, exist_ok=True)
    made = []
    for form in options.forms:
        stem = os.path.basename(form).rsplit(".", 1)[0]
        write(grid(form), os.path.join(options.out, f"{stem}.base.xlsx"))
        made.append({"file": f"{stem}.base.xlsx", "how": "base"})
        for number in range(options.count):
            rng = random.Random(f"{options.seed}/{stem}/{number}")
            book = grid(form)
            what = mutant(book, rng)
            file = f"{stem}.{options.seed}-{number:03}.xlsx"
            write(book, os.path.join(options.out, file))
            made.append({"file": file, **what})
    with open(os.path.join(options.out, "mutants.json"), "w", encoding="utf-8") as out:
        json.dump(made, out, ensure_ascii=False, indent=0)
    print(len(made), "forms")


def ask_one(path):
    import pyxform
    from pyxform.xls2xform import convert

    try:
        xform = convert(xlsform=path, warnings=[], validate=False, pretty_print=True).xform
    except Exception as error:  # pyxform raises several types
        return {"pyxform": False, "why": f"{type(error).__name__}: {error}"[:400]}
    jar = os.path.join(os.path.dirname(pyxform.__file__), "validators/odk_validate/bin/ODK_Validate.jar")
    with tempfile.NamedTemporaryFile("w", suffix=".xml", delete=False, encoding="utf-8") as file:
        file.write(xform)
    try:
        done = subprocess.run(["java", "-Xmx512m", "-jar", jar, file.name], capture_output=True, text=True, timeout=300)
        return {"pyxform": True, "validate": done.returncode == 0, "why": "" if done.returncode == 0 else (done.stderr or done.stdout)[:600]}
    finally:
        os.unlink(file.name)


def ask(options):
    files = sorted(f for f in os.listdir(options.out) if f.endswith(".xlsx"))
    target = os.path.join(options.out, "asked.ndjson")
    known = {json.loads(line)["file"] for line in open(target, encoding="utf-8")} if os.path.exists(target) else set()
    with open(target, "a", encoding="utf-8") as out, ThreadPoolExecutor(2) as pool:
        todo = [f for f in files if f not in known]
        for file, answer in zip(todo, pool.map(lambda f: ask_one(os.path.join(options.out, f)), todo)):
            out.write(json.dumps({"file": file, **answer}, ensure_ascii=False) + "\n")
            out.flush()


def judge(options):
    sys.path.insert(0, os.environ["SUBSET_DIR"])
    import subset

    read = lambda name: [json.loads(line) for line in open(os.path.join(options.out, name), encoding="utf-8")]
    ours = {line["file"]: line for line in read("ours.ndjson")}
    made = {m["file"]: m for m in json.load(open(os.path.join(options.out, "mutants.json"), encoding="utf-8"))}
    same = differ = disagree = outside = 0
    for asked in read("asked.ndjson"):
        if asked["pyxform"] and not asked["validate"]:
            disagree += 1
            if ours[asked["file"]]["ok"]:
                print("JR-ONLY", asked["file"], json.dumps(made[asked["file"]], ensure_ascii=False), asked["why"][:300].replace("\n", " "))
            continue
        mine = ours[asked["file"]]
        if mine["ok"] == asked["pyxform"]:
            same += 1
            continue
        try:
            what = subset.check(os.path.join(options.out, asked["file"]))["outside"]
        except Exception as error:
            what = {"subset": str(error)}
        if what and not options.all:
            outside += 1
        else:
            differ += 1
        if not what or options.all:
            print("DIFFER" + (" outside" if what else ""), asked["file"], json.dumps(made[asked["file"]], ensure_ascii=False))
            print("   theirs:", "accepted" if asked["pyxform"] else asked["why"])
            print("   ours:  ", "accepted" if mine["ok"] else [(e["code"], e["row"], e["message"]) for e in mine["errors"]][:3])
            if what:
                print("   outside:", json.dumps(what))
    print(f"{same} the same, {differ} differ, {outside} differ outside the subset, {disagree} on which the two disagree")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("task", choices=("make", "ask", "judge"))
    parser.add_argument("out")
    parser.add_argument("forms", nargs="*")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=40)
    parser.add_argument("--all", action="store_true")
    options = parser.parse_intermixed_args()
    {"make": make, "ask": ask, "judge": judge}[options.task](options)


if __name__ == "__main__":
    main()
