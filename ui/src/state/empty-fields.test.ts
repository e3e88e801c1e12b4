import { afterEach, expect, test } from "vitest";
import { setLanguage } from "../i18n/i18n.svelte";
import { forgetWhatWasMissing, sayWhatIsMissing } from "./empty-fields";

afterEach(() => setLanguage("nl"));

test("an empty field says so in the user's language, until something is typed", async () => {
  await setLanguage("fr");
  const field = document.createElement("input");
  field.required = true;
  field.addEventListener("invalid", sayWhatIsMissing);
  field.addEventListener("input", forgetWhatWasMissing);

  expect(field.checkValidity()).toBe(false);
  const said = field.validationMessage;
  await setLanguage("nl");
  expect(field.checkValidity()).toBe(false);
  expect(field.validationMessage).toBe("Dit veld is nog leeg. Vul het in.");
  expect(said).not.toBe(field.validationMessage);

  field.value = "14";
  field.dispatchEvent(new Event("input"));
  expect(field.checkValidity()).toBe(true);
});
