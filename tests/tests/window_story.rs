//! The product's main job in two real windows: a visitor's laptop and a coordinator's, and a real server.
//! Ignored by a plain `cargo test`, because it needs a display; `cargo xtask test` runs it.

use std::time::{Duration, Instant};
use tests::office::{Office, PASSPHRASE};
use tests::window::Laptop;

/// The first start: address, code, passphrase.
fn enrol(laptop: &Laptop, url: &str, code: &str) {
    laptop.fill("textbox", "Adres van de server", url);
    laptop.press("Enter");
    laptop.wait_for("textbox", "Naam van deze laptop");
    laptop.fill("textbox", "Code", code);
    laptop.fill("textbox", "Naam van deze laptop", "Laptop 14");
    laptop.press("Enter");
    laptop.wait_for("textbox", "Kies een wachtwoordzin");
    laptop.fill("textbox", "Kies een wachtwoordzin", PASSPHRASE);
    laptop.fill("textbox", "Typ ze nog eens", PASSPHRASE);
    laptop.press("Enter");
    laptop.wait_for("button", "Instellingen");
}

fn unlock(laptop: &Laptop) {
    laptop.fill("textbox", "Wachtwoordzin", PASSPHRASE);
    laptop.press("Enter");
    laptop.wait_for("button", "Instellingen");
}

/// Chooses an answer by its key and goes to the next question.
fn answer(laptop: &Laptop, question: &str, key: &str) {
    laptop.wait_for_text(question);
    laptop.press(key);
    laptop.press("Enter");
}

#[test]
#[ignore = "needs a display"]
fn a_visit_from_the_doorstep_to_the_coordinators_desk() {
    let mut office = Office::open();
    let mut meryem = Laptop::start("Meryem");
    enrol(&meryem, &office.url(), &office.code("Meryem Aydın"));
    let koen = Laptop::start("Koen");
    enrol(&koen, &office.url(), &office.code("Koen Bielen"));

    // From here on there is no network.
    office.stop();
    meryem.click("button", "Adres toevoegen");
    meryem.fill("textbox", "Straat", "Vennestraat");
    meryem.fill("textbox", "Huisnummer", "112 bus 3");
    meryem.fill("textbox", "Naam van het huishouden", "Familie El Idrissi");
    meryem.click("checkbox", "Arabisch");
    meryem.click("button", "Adres bewaren");
    meryem.wait_for_text("Familie El Idrissi");
    meryem.click("button", "Bezoek starten");

    // Consent comes first; nothing is chosen beforehand. The resident decides on the turned screen, in Arabic.
    meryem.wait_for_text("Mag ik noteren wat u vertelt?");
    assert!(meryem.text().contains("هل تسمحون لي"), "both languages at once");
    meryem.press("F8");
    meryem.wait_for_text("Terug naar formulier");
    assert!(!meryem.text().contains("Vennestraat") && !meryem.text().contains("Idrissi"), "no name, no address");
    meryem.press("Escape");
    assert!(meryem.text().contains("Terug naar formulier"), "a tap on Esc does not open the file");
    meryem.click("radio", "نعم");
    meryem.hold("Escape", Duration::from_millis(1300));
    meryem.wait_for("button", "Volgende vraag");
    meryem.press("Enter");

    answer(&meryem, "Wie vertaalt?", "2");
    answer(&meryem, "Wie is er bij het gesprek?", "1");
    answer(&meryem, "Hoe gaat het met u?", "4");

    // The battery dies in the middle of a word.
    meryem.wait_for_text("Wat is voor u nu moeilijk?");
    meryem.fill("textbox", "Notitie bij deze vraag", "Komt weinig buiten sinds de operatie.");
    std::thread::sleep(Duration::from_millis(1200));
    meryem.kill9();
    meryem.open();
    unlock(&meryem);
    meryem.wait_for_text("Nog af te werken");
    meryem.press("Enter");
    meryem.wait_for_text("Wat is voor u nu moeilijk?");
    assert!(meryem.texts("textbox").iter().any(|t| t.contains("sinds de operatie")), "nothing typed is gone");
    answer(&meryem, "Wat is voor u nu moeilijk?", "L");

    // A request for help, with consent to pass it on; it is confirmed before the visit is finished.
    answer(&meryem, "Wilt u dat we iets voor u doen?", "1");
    answer(&meryem, "Waarover gaat de vraag?", "5");
    meryem.wait_for_text("Wat vraagt de bewoner, in eigen woorden?");
    meryem.fill("textbox", "Wat vraagt de bewoner", "De huurwaarborg is 1.950 euro.");
    meryem.click("button", "Volgende vraag");
    answer(&meryem, "Hoe dringend is het?", "1");
    answer(&meryem, "Mogen we deze vraag doorgeven aan een dienst?", "1");
    answer(&meryem, "Aan welke dienst?", "1");
    // After its last question a request asks whether it is ready.
    meryem.wait_for_text("Is deze hulpvraag klaar?");
    meryem.press("Enter");
    meryem.wait_for_text("Hulpvraag bevestigd");

    for question in ["Er is een dringende hulpvraag.", "Welke folders gaf u?", "Wilt u nog iets vertellen?"] {
        meryem.wait_for_text(question);
        meryem.click("button", "Volgende vraag");
    }
    answer(&meryem, "Wat spreken we af?", "3");
    meryem.wait_for("heading", "Antwoorden nakijken");
    meryem.press("Control+Enter");
    meryem.wait_for_text("Bezocht");
    meryem.wait_for_text("wachten op verzending");

    // The server is back: within 10 seconds everything has arrived by itself, without a click.
    office.start();
    let begun = Instant::now();
    meryem.wait_for_text("Alles is verstuurd.");
    koen.wait_until("the visit is in the queue", |page| page.text().contains("Familie El Idrissi"));
    assert!(begun.elapsed() < Duration::from_secs(10), "took {:?}", begun.elapsed());

    // Koen reads it, comments on one answer and asks for follow-up; the request is taken and handed on.
    koen.wait_for_text("Slecht");
    koen.press("c");
    koen.wait_until("a comment can be written", |page| page.focus().0 == "textbox");
    koen.type_text("Heb je naar de huisarts gevraagd?");
    koen.press("Control+Enter");
    koen.wait_for_text("Heb je naar de huisarts gevraagd?");
    koen.click("button", "Hulpvragen");
    koen.click("button", "Vraag opnemen");
    koen.wait_for_none("button", "Vraag opnemen");
    koen.click("button", "Wonen");
    koen.wait_for_text("De huurwaarborg is 1.950 euro.");
    koen.click("button", "Afronden");
    koen.click("radio", "Klaar");
    koen.fill("textbox", "Wat is er gedaan?", "De waarborg is betaald.");
    koen.click("button", "Afronden");
    koen.click("button", "Afgerond, 1");
    koen.wait_for_text("De waarborg is betaald.");

    // The comment stands at its question on Meryem's laptop; she corrects the answer, with a reason.
    meryem.wait_for_text(",1nieuw");
    meryem.click("button", "Vragen aan u");
    meryem.click("button", "Familie El Idrissi");
    meryem.wait_for_text("Heb je naar de huisarts gevraagd?");
    meryem.click("button", "Verbeteren");
    meryem.click("radio", "Gaat wel");
    meryem.fill("textbox", "Waarom verbetert u dit?", "Verkeerd getikt.");
    meryem.click("button", "Verbetering bewaren");
    meryem.wait_for_text("Reden: ");
    koen.click("button", "Nakijken");
    koen.wait_for_text("Verkeerd getikt.");
    koen.press("a");
    koen.wait_for("button", "Goedgekeurd, 1");

    assert_eq!(meryem.complaints(), Vec::<String>::new());
    assert_eq!(koen.complaints(), Vec::<String>::new());
}
