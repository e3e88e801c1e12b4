"""Makes the Arabic fonts of ui/public/fonts from those of the package @fontsource/ibm-plex-sans-arabic 5.3.0.

    pip install fonttools==4.68.0 brotli==1.2.1
    python ui/scripts/fonts/steady.py FOLDER/ibm-plex-sans-arabic-arabic-{400,600}-normal.woff2

WebKitGTK 2.50 lifts a whole run of right-to-left text above its line when the run ends in a mark, as "أولًا" does: it
takes the offset of the leftmost glyph for the offset of the run. So a mark at the end of a run gets an empty glyph
behind it, which has no offset. Nothing else of the font changes but its name, because it is no longer the original.
"""

import sys
from pathlib import Path

from fontTools.otlLib.builder import buildCoverage
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables import otTables
from fontTools.ttLib.tables._g_l_y_f import Glyph

FAMILY = "Hoe Gaat Het Arabic"
EMPTY = "empty"
MARK = 3
OUT = Path(__file__).resolve().parents[2] / "public" / "fonts"


def add_empty_glyph(font):
    """Adds a glyph without outline or width, which counts as a mark so that nothing is attached to it."""
    order = [*font.getGlyphOrder(), EMPTY]
    font.setGlyphOrder(order)
    font["glyf"].glyphs[EMPTY] = Glyph()
    font["glyf"].glyphOrder = order
    font["hmtx"].metrics[EMPTY] = (0, 0)
    font["GDEF"].table.GlyphClassDef.classDefs[EMPTY] = MARK


def lookup(kind, *tables):
    made = otTables.Lookup()
    made.LookupType, made.LookupFlag = kind, 0
    made.SubTable, made.SubTableCount = list(tables), len(tables)
    return made


def rule(font, glyphs, following, applied=None):
    """What happens to one of `glyphs` before each of `following`: the lookup `applied`, or nothing."""

    def covers(names):
        return buildCoverage(sorted(names, key=font.getGlyphID), font.getReverseGlyphMap())

    made = otTables.ChainContextSubst()
    made.Format = 3
    made.BacktrackGlyphCount, made.BacktrackCoverage = 0, []
    made.InputGlyphCount, made.InputCoverage = 1, [covers(glyphs)]
    made.LookAheadGlyphCount, made.LookAheadCoverage = len(following), [covers(names) for names in following]
    made.SubstLookupRecord = []
    if applied is not None:
        record = otTables.SubstLookupRecord()
        record.SequenceIndex, record.LookupListIndex = 0, applied
        made.SubstLookupRecord = [record]
    made.SubstCount = len(made.SubstLookupRecord)
    return made


def end_with_empty(font):
    """Lets a mark with no glyph behind it be followed by the empty one, after all letters are joined."""
    classes = font["GDEF"].table.GlyphClassDef.classDefs
    marks = [name for name, kind in classes.items() if kind == MARK and name != EMPTY]
    double = otTables.MultipleSubst()
    double.mapping = {name: [name, EMPTY] for name in marks}
    table = font["GSUB"].table
    lookups = table.LookupList.Lookup
    lookups.append(lookup(2, double))
    any_glyph = [name for name in font.getGlyphOrder() if name not in (EMPTY, ".notdef")]
    lookups.append(lookup(6, rule(font, marks, [any_glyph]), rule(font, marks, [], len(lookups) - 1)))
    table.LookupList.LookupCount = len(lookups)
    for record in table.FeatureList.FeatureRecord:
        if record.FeatureTag == "calt":
            record.Feature.LookupListIndex.append(len(lookups) - 1)
            record.Feature.LookupCount += 1


def rename(font, weight):
    names = {1: FAMILY, 3: f"{FAMILY} {weight}", 4: f"{FAMILY} {weight}", 6: f"{FAMILY.replace(' ', '')}-{weight}", 16: FAMILY}
    for record in list(font["name"].names):
        if record.nameID in names:
            font["name"].setName(names[record.nameID], record.nameID, record.platformID, record.platEncID, record.langID)


for source in map(Path, sys.argv[1:]):
    font = TTFont(source)
    weight = source.stem.split("-")[-2]
    add_empty_glyph(font)
    end_with_empty(font)
    rename(font, weight)
    font.flavor = "woff2"
    font.save(OUT / f"hoe-gaat-het-arabic-{weight}.woff2")
