# Forms at the office: versions, checking a spreadsheet, trying it, publishing.

# The list of versions.

nav-forms = Formulaires
forms-lead = Les questions d’une visite. Vous choisissez un fichier Excel, vous le vérifiez et vous le publiez.
forms-choose = Choisir un formulaire
forms-template = Enregistrer un formulaire vide
forms-drop-hint = Vous pouvez aussi glisser un fichier sur cet écran. Choisissez les tableaux (.csv) avec le formulaire.
forms-version = version { $version }
forms-built-in = Ce formulaire est dans l’app.
forms-published-by = Publié par { $name }, { $when }
forms-published-at = Publié par le serveur, { $when }
forms-published-by-server = Publié par le serveur
forms-visits =
    { $count ->
        [one] 1 visite sur ce portable
       *[other] { $count } visites sur ce portable
    }
forms-state-in-use = Utilisé
forms-state-kept = Pas pour de nouvelles visites
forms-state-withdrawn = Retiré
forms-waiting = En attente d’envoi
forms-try = Essayer
forms-export = Enregistrer comme fichier
forms-withdraw = Retirer
forms-use-again = Utiliser à nouveau
forms-published = La version { $version } est publiée. Elle va à tous les portables.
forms-withdrawn = La version { $version } est retirée.
forms-saved = Le fichier est enregistré.

# A spreadsheet that was chosen.

forms-errors =
    { $count ->
        [one] 1 erreur
       *[other] { $count } erreurs
    }
forms-warnings =
    { $count ->
        [one] 1 remarque
       *[other] { $count } remarques
    }
forms-no-problems = Pas d’erreurs
forms-questions =
    { $count ->
        [one] 1 question
       *[other] { $count } questions
    }
forms-sections =
    { $count ->
        [one] 1 partie
       *[other] { $count } parties
    }
forms-repeats =
    { $count ->
        [one] 1 répétition
       *[other] { $count } répétitions
    }
forms-errors-first = Ce formulaire ne peut pas encore être utilisé. Corrigez d’abord les erreurs dans le fichier, et choisissez-le à nouveau.
forms-newest = La version la plus haute jusqu’ici : { $version }
forms-publish = Publier
forms-back-to-list = Retour à la liste
forms-problems = Ce qu’il faut corriger
forms-problems-caption = Les erreurs d’abord, puis les remarques
forms-where = Où
forms-row-holds = Ce qui s’y trouve
forms-what-to-do = Ce qui ne va pas, et que faire
forms-error = Erreur
forms-warning = Remarque
forms-whole-file = Tout le fichier
forms-sheet = Feuille { $sheet }
forms-sheet-row = Feuille { $sheet }, ligne { $row }
forms-column = Colonne { $column }
forms-problem-other = Quelque chose ne va pas ici ({ $code }). Vérifiez la ligne.
forms-problems-more =
    { $count ->
        [one] Et encore 1. Corrigez d’abord ceux-ci, et choisissez à nouveau le fichier.
       *[other] Et encore { $count }. Corrigez d’abord ceux-ci, et choisissez à nouveau le fichier.
    }
forms-languages = Chaque langue est-elle complète ?
forms-languages-hint = Là où une traduction manque, la personne voit la première langue, et lit que la traduction n’existe pas encore.
forms-language = Langue
forms-texts-labels = Questions et titres
forms-texts-hints = Explications
forms-texts-messages = Messages
forms-texts-choices = Choix
forms-missing = Manque
forms-count-of = { $have } sur { $of }
forms-complete = Complet
forms-missing-count =
    { $count ->
        [one] 1 texte
       *[other] { $count } textes
    }
forms-text-label = Question ou titre
forms-text-hint = Explication
forms-text-message = Message
forms-text-choice = Choix
forms-missing-row = ligne { $row }, { $name }
forms-missing-choice = { $name }

# Publishing and withdrawing.

forms-publish-title = { $title }, version { $version } : publier ?
forms-publish-new = Toutes les nouvelles visites utilisent cette version, dans toute la commune.
forms-publish-begun = Les visites déjà commencées continuent avec leur propre version.
forms-publish-for-good = Une version publiée ne change plus. Pour une correction, vous publiez une version plus haute.
forms-now = Utilisé maintenant : { $title }, version { $version }
forms-publish-other = C’est un autre formulaire. Il prend la place de { $title }.
forms-publish-untranslated = Tout n’est pas traduit : { $languages }.
forms-withdraw-title = { $title }, version { $version } : retirer ?
forms-withdraw-next = Les nouvelles visites utilisent alors { $title }, version { $version }.
forms-withdraw-unused = Les nouvelles visites n’utilisent pas cette version maintenant. Cela reste ainsi.
forms-withdraw-begun = Les visites commencées avec elle continuent et restent lisibles.
forms-withdraw-visits =
    { $count ->
        [one] Il y a 1 visite avec cette version sur ce portable.
       *[other] Il y a { $count } visites avec cette version sur ce portable.
    }

# Trying a form.

forms-trial-title = Essai : { $title }
forms-trial-nothing-kept = Rien n’est gardé
forms-trial-own = Vous lisez
forms-trial-other = La personne lit
forms-trial-end = Arrêter
forms-trial-remove = Enlever ceci

# What a sent visit holds that its form does not allow.

form-issues = Le formulaire ne permet pas ceci
form-issue-unknown-form = Le serveur ne connaît pas ce formulaire. Les réponses n’ont pas été vérifiées.
form-issue-unknown-path = Cette question n’est pas dans le formulaire.
form-issue-not-answerable = Il ne faut pas de réponse ici.
form-issue-wrong-type = Cette réponse ne convient pas à ce type de question.
form-issue-unknown-choice = Ce choix n’est pas dans le formulaire.
form-issue-constraint = Cette réponse ne respecte pas une règle du formulaire.
form-issue-required = Il manque une réponse ici.

# In the list of what waits.

sending-kind-form = Formulaire
