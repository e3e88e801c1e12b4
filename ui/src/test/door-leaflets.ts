// Invented leaflets.

import type { Handlers } from "./fixtures";

const texts = (nl: string) => ({ nl });
const leaflets = [
  ["allowed-now", "Wat mag en wat nu verandert", "Geldt tot einde maart"],
  ["reach-the-city", "Zo bereikt u de stad", "Loketten, uren en telefoon"],
  ["ask-for-help", "Waar vraagt u hulp?", "Wie helpt waarmee"],
  ["genk-helpt", "Genk helpt en verbindt", "Vrijwilligers die helpen"],
].map(([id = "", title = "", summary = ""]) => ({
  id,
  title: texts(title),
  summary: texts(summary),
  expires_on: id === "allowed-now" ? "2027-03-31" : null,
  languages: ["nl", "en", "it", "fr", "tr", "ar"],
}));

export function leafletHandlers(): Handlers {
  return {
    leaflets: () => ({ rows: leaflets }),
    leaflet: ({ id, language }) => ({
      id,
      language,
      direction: language === "ar" ? "rtl" : "ltr",
      title:
        language === "ar"
          ? "أين تطلب المساعدة؟"
          : (leaflets.find((other) => other.id === id)?.title.nl ?? id),
      version: 2,
      blocks: [
        {
          type: "paragraph",
          text: [
            {
              text: language === "ar" ? "اتصل على الرقم " : "U kunt bellen naar ",
              strong: false,
              fact: false,
            },
            { text: "089 65 36 00", strong: true, fact: true },
          ],
        },
        {
          type: "heading",
          level: 2,
          text: [{ text: language === "ar" ? "ماذا تفعل؟" : "Wat doet u?", strong: false, fact: false }],
        },
        {
          type: "steps",
          items: [
            [{ text: language === "ar" ? "اتصل" : "Bel", strong: false, fact: false }],
            [{ text: language === "ar" ? "اطرح سؤالك" : "Stel uw vraag", strong: false, fact: false }],
          ],
        },
        { type: "list", items: [[{ text: "Sociaal Huis", strong: false, fact: true }]] },
        {
          type: "contact",
          lines: [
            [{ text: "Sociaal Huis", strong: true, fact: true }],
            [{ text: "089 00 00 20", strong: false, fact: true }],
          ],
        },
      ],
      untranslated: language === "it",
      outdated: language === "tr",
      checked_by: language === "ar" ? null : "Els Janssen",
      checked_on: language === "ar" ? null : "2026-11-02",
      expires_on: null,
    }),
    give_leaflet: ({ leaflet, language, how }) => ({
      leaflet,
      title: texts(leaflet),
      language,
      version: 2,
      how,
      at: new Date().toISOString(),
      by_name: "Meryem Aydın",
    }),
  };
}
