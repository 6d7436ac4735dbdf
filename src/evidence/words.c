/* SPDX-License-Identifier: MIT */
/* The page of evidence in the languages of readers; English where there is no
 * translation. %s takes what the page fills in. */
#include <string.h>
#include <strings.h>

#include "evidence/evidence_int.h"

struct language {
    const char *tag;
    const char *words[EVIDENCE_WORDS];
    const char *questions[EVIDENCE_TASKS]; /* in the order of tasks.h; of
                                              English there */
};

/* clang-format off */
static const struct language languages[] = {
    {"en",
     {"Accessibility evidence", "File", "%s bytes", "Checked",
      "Checked by machine", "What was checked", "Rules", "Result",
      "no failure found", "warnings: %s", "failures: %s", "not checked",
      "Contrast of text and background", "pairs of colours: %s", "lowest: %s",
      "Same text in the EPUB and the PDF", "Text alternatives of pictures",
      "described: %s", "decorative: %s", "missing: %s",
      "Success criteria of WCAG 2.1, levels A and AA", "by machine: %s",
      "partly by machine: %s", "by a person: %s", "nothing to check: %s",
      "Claimed in the file", "no conformance", "A person still has to check",
      "Evaluation", "Name", "Date", "Signature",
      "A machine finds only some barriers. That it found none does not make "
      "the file accessible, and this page is no certificate.",
      "The whole record, with all places and criteria: %s"},
     {NULL}},
    {"es",
     {"Constancia de accesibilidad", "Archivo", "%s bytes", "Comprobado",
      "Comprobado por máquina", "Qué se comprobó", "Reglas", "Resultado",
      "no se halló ningún fallo", "avisos: %s", "fallos: %s",
      "sin comprobar", "Contraste entre texto y fondo",
      "pares de colores: %s", "el más bajo: %s",
      "El mismo texto en el EPUB y el PDF",
      "Textos alternativos de las imágenes", "descritas: %s",
      "decorativas: %s", "sin texto: %s",
      "Criterios de conformidad de WCAG 2.1, niveles A y AA",
      "por máquina: %s", "en parte por máquina: %s", "por una persona: %s",
      "nada que comprobar: %s", "Declarado en el archivo",
      "ninguna conformidad", "Queda por comprobar por una persona",
      "Evaluación", "Nombre", "Fecha", "Firma",
      "Una máquina solo encuentra algunas barreras. Que no haya hallado "
      "ninguna no hace accesible el archivo, y esta página no es un "
      "certificado.",
      "El registro completo, con todos los lugares y criterios: %s"},
     {"¿Dice cada texto alternativo lo que su imagen cuenta al lector?",
      "¿No cuentan nada al lector las imágenes marcadas como decorativas?",
      "¿Está también en palabras, y completo, lo que muestran gráficos y "
      "diagramas?",
      "¿Ninguna imagen muestra texto, y se distingue lo que importa en las "
      "imágenes?",
      "¿No depende nada solo del color, la forma o el lugar?",
      "¿No parpadea nada, y se puede detener todo lo que se mueve?",
      "¿Tiene sentido el texto en el orden en que se lee en voz alta?",
      "¿Dicen el título y los encabezados lo que sigue?",
      "¿No es un encabezado lo que está en negrita en una línea propia?",
      "¿Nombra cada celda de encabezado lo que hay en su fila o columna?",
      "¿Se pueden seguir de oído las tablas con celdas unidas o muchas de "
      "encabezado?",
      "¿Dice el texto de cada enlace adónde lleva?",
      "¿Es el idioma del texto y de cada pasaje en otro idioma el que se "
      "indica?",
      "¿Se explica cada abreviatura la primera vez que aparece?",
      "¿Se revisó cada uno de los avisos?",
      "¿Se probó el archivo con lector de pantalla, con teclado y al doble "
      "de tamaño?"}},
    {"de",
     {"Nachweis zur Barrierefreiheit", "Datei", "%s Bytes", "Geprüft",
      "Maschinell geprüft", "Was geprüft wurde", "Regeln", "Ergebnis",
      "kein Fehler gefunden", "Warnungen: %s", "Fehler: %s",
      "nicht geprüft", "Kontrast von Text und Hintergrund", "Farbpaare: %s",
      "niedrigster: %s", "Gleicher Text in EPUB und PDF",
      "Textalternativen der Bilder", "beschrieben: %s", "dekorativ: %s",
      "fehlend: %s", "Erfolgskriterien der WCAG 2.1, Stufen A und AA",
      "maschinell: %s", "teils maschinell: %s", "durch Menschen: %s",
      "nichts zu prüfen: %s", "In der Datei erklärt", "keine Konformität",
      "Von einem Menschen noch zu prüfen", "Bewertung", "Name", "Datum",
      "Unterschrift",
      "Eine Maschine findet nur manche Barrieren. Dass sie keine fand, macht "
      "die Datei nicht barrierefrei; diese Seite ist kein Zertifikat.",
      "Der ganze Nachweis mit allen Stellen und Kriterien: %s"},
     {"Sagt jede Textalternative, was ihr Bild den Lesenden sagt?",
      "Sagen die als dekorativ markierten Bilder den Lesenden nichts?",
      "Steht vollständig auch in Worten, was Diagramme und Schaubilder "
      "zeigen?",
      "Ist kein Text als Bild gezeigt, und lässt sich Wichtiges in Bildern "
      "unterscheiden?",
      "Hängt nichts allein an Farbe, Form oder Ort?",
      "Blinkt nichts, und lässt sich alles anhalten, was sich bewegt?",
      "Ergibt der Text in der Reihenfolge Sinn, in der er vorgelesen wird?",
      "Sagen Titel und Überschriften, was ihnen folgt?",
      "Ist keine Überschrift, was fett in einer eigenen Zeile steht?",
      "Benennt jede Kopfzelle, was in ihrer Zeile oder Spalte steht?",
      "Kann man Tabellen mit verbundenen oder vielen Kopfzellen nach dem "
      "Gehör folgen?",
      "Sagt der Text jedes Links, wohin er führt?",
      "Ist die Sprache des Textes und jeder fremdsprachigen Stelle die "
      "angegebene?",
      "Ist jede Abkürzung ausgeschrieben, wo sie zuerst steht?",
      "Wurde jede der Warnungen angesehen?",
      "Wurde die Datei mit Screenreader, Tastatur und in doppelter Größe "
      "ausprobiert?"}},
    {"fr",
     {"Relevé d’accessibilité", "Fichier", "%s octets", "Vérifié",
      "Vérifié par la machine", "Ce qui a été vérifié", "Règles", "Résultat",
      "aucun défaut trouvé", "avertissements : %s", "défauts : %s",
      "non vérifié", "Contraste du texte et du fond",
      "paires de couleurs : %s", "le plus faible : %s",
      "Même texte dans l’EPUB et le PDF", "Textes de remplacement des images",
      "décrites : %s", "décoratives : %s", "sans texte : %s",
      "Critères de succès des WCAG 2.1, niveaux A et AA",
      "par la machine : %s", "en partie par la machine : %s",
      "par une personne : %s", "rien à vérifier : %s",
      "Déclaré dans le fichier", "aucune conformité",
      "Reste à vérifier par une personne", "Évaluation", "Nom", "Date",
      "Signature",
      "Une machine ne trouve que certains obstacles. Qu’elle n’en ait trouvé "
      "aucun ne rend pas le fichier accessible ; cette page n’est pas un "
      "certificat.",
      "Le relevé complet, avec tous les endroits et critères : %s"},
     {"Chaque texte de remplacement dit-il ce que son image apprend au "
      "lecteur ?",
      "Les images marquées comme décoratives n’apprennent-elles rien au "
      "lecteur ?",
      "Ce que montrent graphiques et schémas est-il dit aussi en mots, en "
      "entier ?",
      "Aucun texte n’est-il montré en image, et distingue-t-on ce qui compte "
      "dans les images ?",
      "Rien ne dépend-il de la couleur, de la forme ou de la place seules ?",
      "Rien ne clignote-t-il, et peut-on arrêter tout ce qui bouge ?",
      "Le texte a-t-il un sens dans l’ordre où il est lu à voix haute ?",
      "Le titre et les intertitres disent-ils ce qui les suit ?",
      "Ce qui est en gras sur sa propre ligne n’est-il pas un titre ?",
      "Chaque cellule d’en-tête nomme-t-elle ce qui est dans sa ligne ou sa "
      "colonne ?",
      "Peut-on suivre à l’oreille les tableaux à cellules fusionnées ou à "
      "nombreux en-têtes ?",
      "Le texte de chaque lien dit-il où il mène ?",
      "La langue du texte et de chaque passage étranger est-elle celle qui "
      "est indiquée ?",
      "Chaque abréviation est-elle développée à sa première apparition ?",
      "Chacun des avertissements a-t-il été examiné ?",
      "Le fichier a-t-il été essayé avec un lecteur d’écran, au clavier et à "
      "taille double ?"}},
    {"it",
     {"Prova di accessibilità", "File", "%s byte", "Verificato",
      "Verificato dalla macchina", "Che cosa è stato verificato", "Regole",
      "Esito", "nessun errore trovato", "avvisi: %s", "errori: %s",
      "non verificato", "Contrasto tra testo e sfondo",
      "coppie di colori: %s", "il più basso: %s",
      "Stesso testo nell’EPUB e nel PDF",
      "Testi alternativi delle immagini", "descritte: %s", "decorative: %s",
      "senza testo: %s", "Criteri di successo di WCAG 2.1, livelli A e AA",
      "dalla macchina: %s", "in parte dalla macchina: %s",
      "da una persona: %s", "nulla da verificare: %s",
      "Dichiarato nel file", "nessuna conformità",
      "Resta da verificare da una persona", "Valutazione", "Nome", "Data",
      "Firma",
      "Una macchina trova solo alcune barriere. Che non ne abbia trovate non "
      "rende accessibile il file, e questa pagina non è un certificato.",
      "Il registro completo, con tutti i punti e i criteri: %s"},
     {"Ogni testo alternativo dice ciò che la sua immagine comunica a chi "
      "legge?",
      "Le immagini segnate come decorative non comunicano nulla a chi legge?",
      "Ciò che mostrano grafici e diagrammi è detto anche a parole, per "
      "intero?",
      "Nessun testo è mostrato come immagine, e ciò che conta nelle immagini "
      "si distingue?",
      "Nulla dipende solo da colore, forma o posizione?",
      "Nulla lampeggia, e tutto ciò che si muove si può fermare?",
      "Il testo ha senso nell’ordine in cui viene letto ad alta voce?",
      "Il titolo e le intestazioni dicono che cosa segue?",
      "Ciò che è in grassetto su una riga propria non è un’intestazione?",
      "Ogni cella di intestazione nomina ciò che sta nella sua riga o "
      "colonna?",
      "Le tabelle con celle unite o molte intestazioni si seguono "
      "all’ascolto?",
      "Il testo di ogni link dice dove porta?",
      "La lingua del testo e di ogni passo straniero è quella indicata?",
      "Ogni abbreviazione è scritta per esteso dove compare per la prima "
      "volta?",
      "È stato esaminato ciascuno degli avvisi?",
      "Il file è stato provato con lettore di schermo, tastiera e al doppio "
      "della dimensione?"}},
    {"pt",
     {"Comprovação de acessibilidade", "Arquivo", "%s bytes", "Verificado",
      "Verificado por máquina", "O que foi verificado", "Regras",
      "Resultado", "nenhuma falha encontrada", "avisos: %s", "falhas: %s",
      "não verificado", "Contraste entre texto e fundo",
      "pares de cores: %s", "o mais baixo: %s",
      "O mesmo texto no EPUB e no PDF", "Textos alternativos das imagens",
      "descritas: %s", "decorativas: %s", "sem texto: %s",
      "Critérios de sucesso das WCAG 2.1, níveis A e AA",
      "por máquina: %s", "em parte por máquina: %s", "por uma pessoa: %s",
      "nada a verificar: %s", "Declarado no arquivo",
      "nenhuma conformidade", "Ainda a verificar por uma pessoa",
      "Avaliação", "Nome", "Data", "Assinatura",
      "Uma máquina encontra apenas algumas barreiras. Não ter encontrado "
      "nenhuma não torna o arquivo acessível, e esta página não é um "
      "certificado.",
      "O registro completo, com todos os lugares e critérios: %s"},
     {"Cada texto alternativo diz o que a sua imagem conta a quem lê?",
      "As imagens marcadas como decorativas não contam nada a quem lê?",
      "O que gráficos e diagramas mostram está também em palavras, por "
      "inteiro?",
      "Nenhum texto é mostrado como imagem, e distingue-se o que importa nas "
      "imagens?",
      "Nada depende só de cor, forma ou lugar?",
      "Nada pisca, e tudo o que se move pode ser parado?",
      "O texto faz sentido na ordem em que é lido em voz alta?",
      "O título e os cabeçalhos dizem o que se segue?",
      "O que está em negrito numa linha própria não é um cabeçalho?",
      "Cada célula de cabeçalho nomeia o que está na sua linha ou coluna?",
      "É possível seguir de ouvido as tabelas com células unidas ou muitos "
      "cabeçalhos?",
      "O texto de cada link diz aonde leva?",
      "O idioma do texto e de cada trecho estrangeiro é o indicado?",
      "Cada abreviatura está por extenso onde aparece primeiro?",
      "Cada um dos avisos foi examinado?",
      "O arquivo foi testado com leitor de tela, por teclado e no dobro do "
      "tamanho?"}},
    {"nl",
     {"Bewijs van toegankelijkheid", "Bestand", "%s bytes", "Gecontroleerd",
      "Door de machine gecontroleerd", "Wat is gecontroleerd", "Regels",
      "Resultaat", "geen fout gevonden", "waarschuwingen: %s", "fouten: %s",
      "niet gecontroleerd", "Contrast van tekst en achtergrond",
      "kleurparen: %s", "laagste: %s", "Dezelfde tekst in EPUB en pdf",
      "Tekstalternatieven van afbeeldingen", "beschreven: %s",
      "decoratief: %s", "ontbrekend: %s",
      "Succescriteria van WCAG 2.1, niveaus A en AA", "door de machine: %s",
      "deels door de machine: %s", "door een mens: %s",
      "niets te controleren: %s", "In het bestand verklaard",
      "geen conformiteit", "Nog door een mens te controleren",
      "Beoordeling", "Naam", "Datum", "Handtekening",
      "Een machine vindt maar een deel van de drempels. Dat ze er geen vond, "
      "maakt het bestand niet toegankelijk; deze pagina is geen certificaat.",
      "Het hele verslag, met alle plaatsen en criteria: %s"},
     {"Zegt elk tekstalternatief wat de afbeelding de lezer vertelt?",
      "Vertellen de als decoratief gemarkeerde afbeeldingen de lezer niets?",
      "Staat wat grafieken en schema’s tonen ook volledig in woorden?",
      "Is geen tekst als afbeelding getoond, en is te onderscheiden wat er in "
      "afbeeldingen toe doet?",
      "Hangt niets alleen van kleur, vorm of plaats af?",
      "Knippert er niets, en is alles wat beweegt te stoppen?",
      "Is de tekst te volgen in de volgorde waarin hij wordt voorgelezen?",
      "Zeggen de titel en de koppen wat erop volgt?",
      "Is wat vet op een eigen regel staat geen kop?",
      "Noemt elke kopcel wat er in haar rij of kolom staat?",
      "Zijn tabellen met samengevoegde of veel kopcellen op het gehoor te "
      "volgen?",
      "Zegt de tekst van elke link waar die heen leidt?",
      "Is de taal van de tekst, en van elke anderstalige passage, de "
      "aangegeven taal?",
      "Is elke afkorting voluit geschreven waar ze het eerst staat?",
      "Is elk van de waarschuwingen bekeken?",
      "Is het bestand geprobeerd met een schermlezer, met het toetsenbord en "
      "op dubbele grootte?"}},
    {"pl",
     {"Świadectwo kontroli dostępności", "Plik", "bajtów: %s", "Sprawdzono",
      "Sprawdzone maszynowo", "Co sprawdzono", "Reguły", "Wynik",
      "nie znaleziono błędu", "ostrzeżenia: %s", "błędy: %s",
      "nie sprawdzono", "Kontrast tekstu i tła", "pary kolorów: %s",
      "najniższy: %s", "Ten sam tekst w EPUB i PDF",
      "Teksty alternatywne obrazów", "opisane: %s", "ozdobne: %s",
      "bez tekstu: %s", "Kryteria sukcesu WCAG 2.1, poziomy A i AA",
      "maszynowo: %s", "częściowo maszynowo: %s", "przez człowieka: %s",
      "nie ma czego sprawdzać: %s", "Zadeklarowano w pliku",
      "brak deklaracji zgodności", "Do sprawdzenia przez człowieka", "Ocena",
      "Imię i nazwisko", "Data", "Podpis",
      "Maszyna znajduje tylko część barier. To, że nie znalazła żadnej, nie "
      "czyni pliku dostępnym, a ta strona nie jest certyfikatem.",
      "Pełny zapis ze wszystkimi miejscami i kryteriami: %s"},
     {"Czy każdy tekst alternatywny mówi to, co obraz przekazuje "
      "czytelnikowi?",
      "Czy obrazy oznaczone jako ozdobne niczego czytelnikowi nie "
      "przekazują?",
      "Czy to, co pokazują wykresy i schematy, jest też w całości opisane "
      "słowami?",
      "Czy żaden tekst nie jest obrazem, a to, co ważne w obrazach, da się "
      "odróżnić?",
      "Czy nic nie zależy tylko od koloru, kształtu lub miejsca?",
      "Czy nic nie miga, a wszystko, co się rusza, można zatrzymać?",
      "Czy tekst ma sens w kolejności, w jakiej jest czytany na głos?",
      "Czy tytuł i nagłówki mówią, co po nich następuje?",
      "Czy pogrubiony tekst w osobnym wierszu nie jest nagłówkiem?",
      "Czy każda komórka nagłówka nazywa to, co jest w jej wierszu lub "
      "kolumnie?",
      "Czy tabele z komórkami scalonymi lub wieloma nagłówkami można śledzić "
      "ze słuchu?",
      "Czy tekst każdego odnośnika mówi, dokąd prowadzi?",
      "Czy język tekstu i każdego obcego fragmentu jest taki, jak podano?",
      "Czy każdy skrót jest rozwinięty tam, gdzie stoi po raz pierwszy?",
      "Czy przejrzano każde z ostrzeżeń?",
      "Czy plik wypróbowano z czytnikiem ekranu, klawiaturą i w podwójnym "
      "powiększeniu?"}},
    {"sv",
     {"Tillgänglighetsunderlag", "Fil", "%s byte", "Kontrollerad",
      "Kontrollerat maskinellt", "Vad som kontrollerats", "Regler",
      "Resultat", "inget fel hittat", "varningar: %s", "fel: %s",
      "inte kontrollerat", "Kontrast mellan text och bakgrund",
      "färgpar: %s", "lägsta: %s", "Samma text i EPUB och PDF",
      "Bildernas textalternativ", "beskrivna: %s", "dekorativa: %s",
      "saknas: %s", "Framgångskriterier i WCAG 2.1, nivå A och AA",
      "maskinellt: %s", "delvis maskinellt: %s", "av en människa: %s",
      "inget att kontrollera: %s", "Uppgivet i filen",
      "ingen överensstämmelse", "Återstår för en människa att kontrollera",
      "Bedömning", "Namn", "Datum", "Underskrift",
      "En maskin hittar bara vissa hinder. Att den inte hittade några gör "
      "inte filen tillgänglig, och den här sidan är inget intyg.",
      "Hela underlaget, med alla ställen och kriterier: %s"},
     {"Säger varje textalternativ det som bilden säger läsaren?",
      "Säger bilderna som är märkta som dekorativa ingenting till läsaren?",
      "Finns det som diagram och scheman visar också i ord, helt och hållet?",
      "Visas ingen text som bild, och går det att urskilja det viktiga i "
      "bilderna?",
      "Hänger ingenting enbart på färg, form eller plats?",
      "Blinkar ingenting, och går allt som rör sig att stoppa?",
      "Är texten begriplig i den ordning som den läses upp?",
      "Säger titeln och rubrikerna vad som följer?",
      "Är det som står i fetstil på egen rad ingen rubrik?",
      "Anger varje rubrikcell vad som står i dess rad eller kolumn?",
      "Går tabeller med sammanfogade eller många rubrikceller att följa med "
      "örat?",
      "Säger varje länks text vart den leder?",
      "Är språket i texten, och i varje främmande avsnitt, det som anges?",
      "Är varje förkortning utskriven där den först står?",
      "Har var och en av varningarna granskats?",
      "Har filen prövats med skärmläsare, tangentbord och i dubbel "
      "storlek?"}},
    {"da",
     {"Dokumentation af tilgængelighed", "Fil", "%s byte", "Kontrolleret",
      "Kontrolleret maskinelt", "Hvad der er kontrolleret", "Regler",
      "Resultat", "ingen fejl fundet", "advarsler: %s", "fejl: %s",
      "ikke kontrolleret", "Kontrast mellem tekst og baggrund",
      "farvepar: %s", "laveste: %s", "Samme tekst i EPUB og PDF",
      "Billedernes alternative tekster", "beskrevet: %s", "dekorative: %s",
      "mangler: %s", "Succeskriterier i WCAG 2.1, niveau A og AA",
      "maskinelt: %s", "delvis maskinelt: %s", "af et menneske: %s",
      "intet at kontrollere: %s", "Erklæret i filen",
      "ingen overensstemmelse", "Et menneske skal endnu kontrollere",
      "Vurdering", "Navn", "Dato", "Underskrift",
      "En maskine finder kun nogle barrierer. At den ingen fandt, gør ikke "
      "filen tilgængelig, og denne side er ikke et certifikat.",
      "Hele dokumentationen med alle steder og kriterier: %s"},
     {"Siger hver alternativ tekst det, som billedet fortæller læseren?",
      "Fortæller billederne, der er mærket som dekorative, læseren ingenting?",
      "Står det, som diagrammer og skemaer viser, også fuldt ud i ord?",
      "Er ingen tekst vist som billede, og kan man skelne det vigtige i "
      "billeder?",
      "Afhænger intet alene af farve, form eller placering?",
      "Blinker intet, og kan alt, der bevæger sig, standses?",
      "Giver teksten mening i den rækkefølge, den læses op?",
      "Siger titlen og overskrifterne, hvad der følger?",
      "Er det, der står med fed på sin egen linje, ingen overskrift?",
      "Nævner hver overskriftscelle, hvad der står i dens række eller "
      "kolonne?",
      "Kan tabeller med flettede eller mange overskriftsceller følges med "
      "øret?",
      "Siger hvert links tekst, hvor det fører hen?",
      "Er tekstens sprog, og hvert fremmedsproget steds, det angivne?",
      "Er hver forkortelse skrevet ud, hvor den først står?",
      "Er hver af advarslerne set igennem?",
      "Er filen prøvet med skærmlæser, med tastatur og i dobbelt "
      "størrelse?"}},
    {"nb",
     {"Dokumentasjon av tilgjengelighet", "Fil", "%s byte", "Kontrollert",
      "Kontrollert maskinelt", "Hva som er kontrollert", "Regler",
      "Resultat", "ingen feil funnet", "advarsler: %s", "feil: %s",
      "ikke kontrollert", "Kontrast mellom tekst og bakgrunn",
      "fargepar: %s", "laveste: %s", "Samme tekst i EPUB og PDF",
      "Bildenes alternative tekster", "beskrevet: %s", "dekorative: %s",
      "mangler: %s", "Suksesskriterier i WCAG 2.1, nivå A og AA",
      "maskinelt: %s", "delvis maskinelt: %s", "av et menneske: %s",
      "ingenting å kontrollere: %s", "Oppgitt i filen", "intet samsvar",
      "Gjenstår for et menneske å kontrollere", "Vurdering", "Navn", "Dato",
      "Underskrift",
      "En maskin finner bare noen av barrierene. At den ikke fant noen, gjør "
      "ikke filen tilgjengelig, og denne siden er ikke et sertifikat.",
      "Hele dokumentasjonen med alle steder og kriterier: %s"},
     {"Sier hver alternative tekst det som bildet forteller leseren?",
      "Forteller bildene som er merket som dekorative, leseren ingenting?",
      "Står det som diagrammer og skjemaer viser, også fullt ut i ord?",
      "Er ingen tekst vist som bilde, og kan en skille ut det viktige i "
      "bilder?",
      "Avhenger ingenting bare av farge, form eller plassering?",
      "Blinker ingenting, og kan alt som beveger seg, stanses?",
      "Gir teksten mening i den rekkefølgen den leses opp?",
      "Sier tittelen og overskriftene hva som følger?",
      "Er det som står med fet skrift på egen linje, ingen overskrift?",
      "Navngir hver overskriftscelle det som står i raden eller kolonnen?",
      "Kan tabeller med sammenslåtte eller mange overskriftsceller følges med "
      "øret?",
      "Sier teksten i hver lenke hvor den fører?",
      "Er språket i teksten, og i hvert fremmedspråklige avsnitt, det som er "
      "oppgitt?",
      "Er hver forkortelse skrevet ut der den først står?",
      "Er hver av advarslene sett på?",
      "Er filen prøvd med skjermleser, med tastatur og i dobbel "
      "størrelse?"}},
};
/* clang-format on */

static const struct language *
language_of(const char *lang)
{
    size_t n = strcspn(lang, "-_");
    bool norwegian = n == 2 && (strncasecmp(lang, "no", 2) == 0 ||
                                strncasecmp(lang, "nn", 2) == 0);
    for (size_t i = 0; i < sizeof languages / sizeof *languages; i++)
        if (norwegian ? str_eq(languages[i].tag, "nb")
                      : strlen(languages[i].tag) == n &&
                            strncasecmp(languages[i].tag, lang, n) == 0)
            return &languages[i];
    return NULL;
}

bool
evidence_speaks(const char *lang)
{
    return language_of(lang) != NULL;
}

const char *
evidence_say(const char *lang, enum evidence_word word)
{
    const struct language *l = language_of(lang);
    return l && l->words[word] ? l->words[word] : languages[0].words[word];
}

const char *
evidence_ask(const char *lang, enum evidence_task task)
{
    const struct language *l = language_of(lang);
    return l && l->questions[task] ? l->questions[task]
                                   : evidence_questions[task].text;
}
