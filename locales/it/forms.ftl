# Forms at the office: versions, checking a spreadsheet, trying it, publishing.

# The list of versions.

nav-forms = Moduli
forms-lead = Le domande di una visita. Lei sceglie un file Excel, lo controlla e lo pubblica.
forms-choose = Scegliere un modulo
forms-template = Salvare un modulo vuoto
forms-drop-hint = Può anche trascinare un file su questa schermata. Scelga le tabelle (.csv) insieme al modulo.
forms-version = versione { $version }
forms-built-in = Questo modulo è dentro l’app.
forms-published-by = Pubblicato da { $name }, { $when }
forms-published-at = Pubblicato dal server, { $when }
forms-published-by-server = Pubblicato dal server
forms-visits =
    { $count ->
        [one] 1 visita su questo portatile
       *[other] { $count } visite su questo portatile
    }
forms-state-in-use = In uso
forms-state-kept = Non per visite nuove
forms-state-withdrawn = Ritirato
forms-waiting = In attesa di invio
forms-try = Provare
forms-export = Salvare come file
forms-withdraw = Ritirare
forms-use-again = Usare di nuovo
forms-published = La versione { $version } è pubblicata. Va a tutti i portatili.
forms-withdrawn = La versione { $version } è ritirata.
forms-saved = Il file è salvato.

# A spreadsheet that was chosen.

forms-errors =
    { $count ->
        [one] 1 errore
       *[other] { $count } errori
    }
forms-warnings =
    { $count ->
        [one] 1 osservazione
       *[other] { $count } osservazioni
    }
forms-no-problems = Nessun errore
forms-questions =
    { $count ->
        [one] 1 domanda
       *[other] { $count } domande
    }
forms-sections =
    { $count ->
        [one] 1 parte
       *[other] { $count } parti
    }
forms-repeats =
    { $count ->
        [one] 1 ripetizione
       *[other] { $count } ripetizioni
    }
forms-errors-first = Questo modulo non si può ancora usare. Prima corregga gli errori nel file, poi lo scelga di nuovo.
forms-newest = La versione più alta finora: { $version }
forms-publish = Pubblicare
forms-back-to-list = Torna all’elenco
forms-problems = Che cosa correggere
forms-problems-caption = Prima gli errori, poi le osservazioni
forms-where = Dove
forms-row-holds = Che cosa c’è
forms-what-to-do = Che cosa non va, e che cosa fare
forms-error = Errore
forms-warning = Osservazione
forms-whole-file = Tutto il file
forms-sheet = Foglio { $sheet }
forms-sheet-row = Foglio { $sheet }, riga { $row }
forms-column = Colonna { $column }
forms-problem-other = Qui qualcosa non va ({ $code }). Controlli la riga.
forms-problems-more =
    { $count ->
        [one] E ancora 1. Prima corregga questi, poi scelga di nuovo il file.
       *[other] E ancora { $count }. Prima corregga questi, poi scelga di nuovo il file.
    }
forms-languages = Quanto è completa ogni lingua?
forms-languages-hint = Dove manca una traduzione, la persona vede la prima lingua, con l’avviso che la traduzione non c’è ancora.
forms-language = Lingua
forms-texts-labels = Domande e titoli
forms-texts-hints = Spiegazioni
forms-texts-messages = Messaggi
forms-texts-choices = Scelte
forms-missing = Manca
forms-count-of = { $have } di { $of }
forms-complete = Completo
forms-missing-count =
    { $count ->
        [one] 1 testo
       *[other] { $count } testi
    }
forms-text-label = Domanda o titolo
forms-text-hint = Spiegazione
forms-text-message = Messaggio
forms-text-choice = Scelta
forms-missing-row = riga { $row }, { $name }
forms-missing-choice = { $name }

# Publishing and withdrawing.

forms-publish-title = { $title }, versione { $version }: pubblicare?
forms-publish-new = Tutte le visite nuove usano questa versione, in tutto il comune.
forms-publish-begun = Le visite già cominciate continuano con la loro versione.
forms-publish-for-good = Una versione pubblicata non cambia più. Per una correzione pubblica una versione più alta.
forms-now = Ora in uso: { $title }, versione { $version }
forms-publish-other = Questo è un altro modulo. Prende il posto di { $title }.
forms-publish-untranslated = Non tutto è tradotto: { $languages }.
forms-withdraw-title = { $title }, versione { $version }: ritirare?
forms-withdraw-next = Le visite nuove usano allora { $title }, versione { $version }.
forms-withdraw-unused = Le visite nuove ora non usano questa versione. Rimane così.
forms-withdraw-begun = Le visite cominciate con questa continuano e restano leggibili.
forms-withdraw-visits =
    { $count ->
        [one] Su questo portatile c’è 1 visita con questa versione.
       *[other] Su questo portatile ci sono { $count } visite con questa versione.
    }

# Trying a form.

forms-trial-title = Prova: { $title }
forms-trial-nothing-kept = Non si conserva niente
forms-trial-own = Lei legge
forms-trial-other = La persona legge
forms-trial-end = Fermare
forms-trial-remove = Togliere questo

# What a sent visit holds that its form does not allow.

form-issues = Il modulo non ammette questo
form-issue-unknown-form = Il server non conosce questo modulo. Le risposte non sono controllate.
form-issue-unknown-path = Questa domanda non è nel modulo.
form-issue-not-answerable = Qui non va una risposta.
form-issue-wrong-type = Questa risposta non va con questo tipo di domanda.
form-issue-unknown-choice = Questa scelta non è nel modulo.
form-issue-constraint = Questa risposta non rispetta una regola del modulo.
form-issue-required = Qui manca una risposta.

# In the list of what waits.

sending-kind-form = Modulo
