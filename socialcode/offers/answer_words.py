"""The words by which people say yes and no in an SMS: Kazakh, Russian and English, as they are spelt, as they are
heard, and in Latin letters. Every one is in small letters."""

YES = frozenset(
    # digits and their names
    "1 один бір бир bir odin one первый бірінші"
    # Kazakh
    " иә ия ие иа йа ья иэ әрине арине болады болсын келісемін келисемин келістім келистим келісем жарайды макул мақұл"
    " қалаймын калаймын керек қажет алайын аламын"
    # Russian
    " да ага угу конечно согласен согласна согласны согласие хочу ок окей оке давайте подтверждаю принимаю"
    # English, and what is near
    " yes yep yeah yea ok okay sure agree agreed ja jaa"
    # in Latin letters
    " da iya iyä ia iä ie ya kelisemin kelistim bolady boladi bolsyn bolsin kerek arine soglasen soglasna hochu xochu"
    # signs
    " + ✓ ✔ ✅ 👍 👌 🆗".split()
)
NO = frozenset(
    "2 два екі еки eki dva two второй екінші"
    " жоқ жок жох жогга қаламаймын каламаймын келіспеймін келиспеймин керекемес"
    " нет неа не нету нельзя отказ отказываюсь ненадо ненужно нехочу несогласен несогласна стоп"
    " no nope not stop nein"
    " joq jok zhok zhoq zhoq kerekemes net nea ne nenado"
    " - – — ✗ ✘ ❌ 👎 🚫".split()
)
SIGNS = frozenset("+ - – — ✓ ✔ ✅ 👍 👌 🆗 ✗ ✘ ❌ 👎 🚫".split())
NEGATIONS = frozenset("не ne not dont don't".split())
TURNS = frozenset("емес emes".split())  # after a word, turn it into its contrary
NO_PHRASES = frozenset(
    (
        "не надо",
        "не нужно",
        "не нужна",
        "не нужны",
        "не буду",
        "не желаю",
        "бас тартамын",
        "бас тарттым",
        "керек жоқ",
        "керегі жоқ",
        "кереги жок",
        "ne nado",
        "ne nuzhno",
        "ne hochu",
        "ne xochu",
        "no thanks",
    )
)
NEUTRAL = frozenset(
    ". , ; : ! ? ( ) [ ] « » \" ' “ ” … / * # № _ = ~ ` ^ & @ % \ufe0f 🙏 😊 🙂 😀 ❤"
    " спасибо спс пожалуйста рахмет рақмет рахмат здравствуйте добрый день салем сәлем сәлеметсіз сәлеметсизбе ба бе"
    " на получать получить получение пособие пособия деньги перечислите перечислить оплатите меня нам нас это"
    " алуға алу алғым келеді ақша ақшаны төлемді төлем аударыңыз жіберіңіз осы бұл"
    " ну счёт счет счету шот шоты шотым шотыма ответ мой код code жауап жауабым номер нөмір выплата выплату төлем төлеңіз платите деп мен я мне маған"
    " please thanks thank you hello hi answer my is the i"
    " spasibo rahmet raxmet salem otvet kod".split()
)
CYRILLIC = "йцукенгшщзхъфывапролджэячсмитьбю"
LATIN = "qwertyuiop[]asdfghjkl;'zxcvbnm,."
KAZAKH_ROW = {"2": "ә", "3": "і", "4": "ң", "5": "ғ", "8": "ү", "9": "ұ", "0": "қ"}  # where digits are elsewhere
_TO_CYRILLIC = dict(zip(LATIN, CYRILLIC, strict=True))
LAYOUTS = {  # Cyrillic meant and Latin keys; the same on the Kazakh keyboard; Latin meant and Cyrillic keys
    "russian_keys": str.maketrans(_TO_CYRILLIC),
    "kazakh_keys": str.maketrans(_TO_CYRILLIC | KAZAKH_ROW),
    "latin_keys": str.maketrans(dict(zip(CYRILLIC, LATIN, strict=True))),
}
AS_CYRILLIC = str.maketrans("aeopcxykmhtbi", "аеорсхукмнтві")
