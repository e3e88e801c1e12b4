# One message for each code of the core: what happened, what is safe, what to do.

error-internal = Un problème est survenu dans l’application. Ce qui était enregistré n’est pas perdu. Réessayez. Le problème reste ? Appelez le helpdesk.
error-bad-input = L’application ne comprend pas ceci. Ce qui était enregistré n’est pas perdu. Fermez l’application et rouvrez-la.
error-locked = L’application est verrouillée. Tout est enregistré. Tapez votre phrase de passe.
error-already-open = L’application est déjà ouverte dans une autre fenêtre. Continuez là, ou fermez d’abord cette fenêtre-là.
error-wrong-passphrase = Cette phrase de passe n’est pas correcte. Vérifiez les majuscules et les espaces.
error-wait-before-retry =
    { $seconds ->
        [one] Un instant. Réessayez dans { $seconds } seconde.
       *[other] Un instant. Réessayez dans { $seconds } secondes.
    }
error-passphrase-too-short = Cette phrase de passe est trop courte. Prenez quatre mots, par exemple des choses de votre cuisine.
error-passphrase-too-common = Cette phrase de passe est trop connue. Prenez quatre mots qui ne vont pas ensemble.
error-wrong-code = Ce code n’est pas correct. Tapez-le à nouveau, comme sur votre lettre.
error-used-code = Ce code a déjà servi. Demandez un nouveau code à votre administrateur.
error-expired-code = Ce code est trop ancien. Demandez un nouveau code à votre administrateur.
error-unreachable = Personne ne répond à cette adresse. Vérifiez internet et l’adresse.
error-wrong-server = À cette adresse se trouve une autre application. Vérifiez l’adresse sur votre lettre.
error-insecure-address = Cette adresse n’est pas sécurisée. Elle doit commencer par https://
error-app-too-old = Cette application est trop ancienne pour envoyer. Tout reste sur cet ordinateur. Demandez la nouvelle application à votre administrateur.
error-server-too-old = Le serveur est plus ancien que cette application. Tout reste sur cet ordinateur. Prévenez votre administrateur.
error-revoked = Cet ordinateur ne peut plus se connecter. Tout reste sur cet ordinateur. Appelez votre coordinateur. Avec un nouveau code, vous pouvez l’inscrire de nouveau.
error-cloned = Une copie de cet ordinateur est utilisée. Rien n’est perdu. Demandez un nouveau code à l’administrateur et inscrivez de nouveau cet ordinateur.
error-other-user = Ce code est pour quelqu’un d’autre. Demandez à votre administrateur un code à votre nom.
error-too-many-requests = Le serveur est très occupé. Tout reste sur cet ordinateur. L’application réessaie plus tard.
error-newer-database = Une application plus récente a créé ces données. Rien n’a été modifié. Demandez la nouvelle application à votre administrateur.
error-damaged-database = Les données sur cet ordinateur sont abîmées. Rien n’est effacé. Ce qui était envoyé est sur le serveur. Appelez le helpdesk.
error-disk-full = Impossible d’enregistrer : le disque est plein. Votre texte reste à l’écran. Faites de la place ou appelez le helpdesk. Ne fermez pas l’application.
error-disk-error = Impossible d’enregistrer : le disque ne répond pas. Votre texte reste à l’écran. Appelez le helpdesk. Ne fermez pas l’application.
error-not-found = Ceci n’est plus sur cet ordinateur. C’est peut-être déplacé. Cherchez à nouveau.
error-forbidden = Vous ne pouvez pas voir ou modifier ceci. Demandez-le à votre coordinateur.
error-visit-incomplete = Il y a encore des questions sans réponse. Vous pouvez aussi noter un refus ou les poser plus tard.
error-form-unreadable = Le formulaire est illisible. Vos données sont enregistrées. Faites une note courte et prévenez votre coordinateur.
error-form-has-errors = Ce formulaire a encore des erreurs. Corrigez-les d’abord dans le fichier.
error-form-without-version = Ce formulaire n’a pas de version. Complétez version sur la feuille settings, par exemple 2026112401.
error-form-version-taken = Cette version existe déjà, ou il y en a une plus haute. Augmentez version sur la feuille settings.
error-form-too-large = Ce formulaire est trop grand, avec ses tableaux. Il peut faire { $max } Mo au plus.
error-not-a-form = Ce n’est pas un formulaire. Choisissez un fichier qui finit par .xlsx ou .xls.
error-missing-field = Ce champ est encore vide. Remplissez-le.
error-text-too-long = Ce texte est trop long. Gardez moins de { $max } caractères.
error-invalid-number = Ceci n’est pas un nombre. Écrivez par exemple 4.
error-invalid-time = Cette heure n’est pas correcte. Écrivez par exemple 9.30.
error-invalid-year = Cette année n’est pas correcte. Écrivez par exemple 1948.
error-invalid-date = Cette date n’est pas correcte. Écrivez par exemple 24/11/2026.
error-not-allowed-now = Cette étape n’est pas possible maintenant. Quelqu’un d’autre a peut-être déjà agi. Regardez d’abord ce qui est noté.
error-reason-needed = Écrivez d’abord pourquoi. Quelques mots suffisent.
