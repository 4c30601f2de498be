"""Answers as people write them: what can only be a yes or a no is read as one, and nothing else is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialcode.offers import answer_words, reading

CODE, OTHER = "K7M2QF", "ABC234"
YES = """
1|1.|1!|1)|(1)|«1»|"1"|'1'| 1 |1 1|1,1|№1|#1|1 (да)|1 - да|1-да|1 да|1.да|Да 1|1 иә|1 (иә)|1 иа|+1|1+
да|Да|ДА|да.|да!|да!!!|Да, да|да да|да-да|дааа|ДААА!!|даа|дa|ДA|Да, согласна|да согласен|Да, конечно|Да конечно!
ага|угу|конечно|согласен|Согласна|СОГЛАСНА.|согласны|хочу|Хочу получать|хочу получить выплату|да, хочу|Да спасибо
да, пожалуйста|Да. Спасибо!|спасибо, да|Здравствуйте, да|добрый день, да|Здравствуйте! Согласна|ок|Ок|OK|ok|окей|оке
давайте|да, давайте|подтверждаю|принимаю|мой ответ да|Ответ: 1|ответ 1|код 1|согласна на выплату|да перечислите
иә|Иә|ИӘ|иә.|иә!|Иә, иә|иәә|иəəə|иə|Иə|ия|Ия|ия!|ие|ИЕ|йа|иа|әрине|Әрине!|болады|болсын|келісемін|Келісемін.|келисемин
келістім|жарайды|мақұл|қалаймын|керек|Керек!|қажет|иә керек|иә, рахмет|Иә рақмет|Сәлеметсіз бе, иә|Салем иә|жауабым иә
Жауабым: 1|иә деп|иә, келісемін|бір|Бір|бир|бірінші|алғым келеді иә|иә, төлеңіз
yes|Yes|YES|Yes.|yes!|yep|yeah|ok|okay|sure|I agree|yes please|Yes, thank you|my answer is yes|one|ja|Ja
da|Da|DA|da!|da da|Da, soglasna|soglasen|iya|Iya|ia|ie|iä|kerek|Kelisemin|arine|bolady|da spasibo|ok rahmet|bir|odin
+|++|+.|👍|✅|👌|✔️|👍👍|+ спасибо|✔
lf|LF|lf.|lf!|Lf|lf lf|bz|bt|b2|B2|b2.|cjukfcyf|cjukfcty|rjytxyj|[jxe|jr|rthtr|,jkfls|lf cgfcb,j|fuf|;fhfqls
нуы|НУЫ|нуы.|щл|ьн фтыцук шы нуы
один|Первый|1 900101400123|1 4521|да 4521|4521 1|1 счёт 4521|иә 4521
1 K7M2QF|K7M2QF 1|K7M2QF да|да K7M2QF|Да. K7M2QF|код K7M2QF: 1|1 k7m2qf|k7m2qf иә|1, K7M2QF|К7М2QF 1|1 К7М2QF|K7M2QF +|+ K7M2QF
K7M2QF - да|lf K7M2QF|K7M2QF lf|Код K7M2QF, ответ да|жауап иә, код K7M2QF|1 KZ86125KZT5004100100|да, KZ86 125K ZT50 0410 0100
"""
NO = """
2|2.|2!|2)|(2)|«2»| 2 |2 2|№2|2 (нет)|2 - нет|2-нет|2 нет|нет 2|2 жоқ|2 (жоқ)|2 жок|+2
нет|Нет|НЕТ|нет.|нет!|Нет, нет|нет нет|нееет|неет|нeт|Нет, спасибо|нет спасибо|спасибо, нет|неа|не|не надо|Не надо!
не нужно|Не нужно, спасибо|не нужна|не хочу|не согласен|Не согласна.|не буду|не желаю|отказ|Отказываюсь|отказываюсь!|стоп|СТОП
ненадо|ненужно|нехочу|несогласна|нет, не надо|нет не хочу|Здравствуйте, нет|Ответ: 2|мой ответ нет|два|Второй
жоқ|Жоқ|ЖОҚ|жоқ.|жоқ!|Жоқ, жоқ|жоққ|жоооқ|жок|Жок|жох|жоқ рахмет|Жоқ, рақмет|керек емес|Керек емес.|маған керек емес|керегі жоқ
керек жоқ|қаламаймын|каламаймын|келіспеймін|келиспеймин|бас тартамын|Бас тартамын.|жоқ керек емес|екі|Екі|еки|жауабым жоқ
no|No|NO|No.|no!|nope|no thanks|No, thank you|not|stop|STOP|nein|my answer is no|two
net|Net|NET!|ne nado|Ne nado|ne hochu|ne nuzhno|jok|Jok|joq|zhok|zhoq|kerek emes|ne|nea|dva|eki
-|–|—|👎|❌|- спасибо|👎👎
ytn|YTN|ytn.|ytn!|;jr|;jr.|;j0|ye ytn cgfcb,j|yt yflj|rthtr tvtc|jnrfp|ytf
тщ|ТЩ|тщ.|тщзу
2 900101400123|2 4521|K7M2QF 2|2 K7M2QF|K7M2QF нет|нет K7M2QF|жоқ K7M2QF|K7M2QF: жоқ|k7m2qf - нет|2 К7М2QF|ytn K7M2QF
"""
UNCLEAR = """
|?|да?|1?|нет?|это что?|1 2|1 или 2|да нет|да, нет|нет да|иә жоқ|yes no|+-|0|3|11|12|21|22|100|1000|4521|K7M2QF|2026
а сколько?|сколько денег|кто это|кто вы|потом|позже|завтра|подумаю|не знаю|білмеймін|кейін|қанша|бұл не?|ну|ye|н|y|n|y?|д|и|я|да но
да но позже|да, но на другой счёт|не против|нет времени|возможно|может быть|мүмкін|наверное|спасибо|рахмет|.|...|код|здравствуйте
+7 701 000 00 01|87010000001|900101400123|KZ86125KZT5004100100|перезвоните|позвоните мне|хабарласыңыз|у меня нет счёта
мошенники|жулики|идите вы|не 1 а 2|1 а не 2|hello|who is this|maybe|later|call me|1/2|50/50|да!нет!|👍👎|🤔|😊|ХХХ|абв
Ваше сообщение получено, абонент временно недоступен|Перезвоните мне пожалуйста|Этот номер отключён
"""


def lines(table):
    return [one for line in table.strip("\n").splitlines() for one in line.split("|")]


def one(text, **given):
    found = reading.read(text, **{"codes": {CODE, OTHER}} | given)
    assert len(found.answers) == 1, found
    return found.answers[0].says


@pytest.mark.parametrize("text", lines(YES))
def test_a_yes_is_read(text):
    assert one(text) == "yes", text


@pytest.mark.parametrize("text", lines(NO))
def test_a_no_is_read(text):
    assert one(text) == "no", text


@pytest.mark.parametrize("text", lines(UNCLEAR))
def test_what_may_mean_anything_is_unclear(text):
    assert one(text) == "unclear", text


def test_the_table_is_long_enough():
    assert len(lines(YES)) + len(lines(NO)) + len(lines(UNCLEAR)) > 400


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (f"1 {CODE} 2 {OTHER}", ("yes", "no")),
        (f"{CODE} 1 {OTHER} 2", ("yes", "no")),
        (f"{CODE} да, {OTHER} нет", ("yes", "no")),
        (f"{CODE}: иә; {OTHER}: жоқ", ("yes", "no")),
        (f"да {CODE}\nнет {OTHER}", ("yes", "no")),
        (f"2 {CODE} 1 {OTHER}", ("no", "yes")),
        (f"1 {CODE} {OTHER}", ("yes", "yes")),
        (f"{CODE} {OTHER} нет", ("no", "no")),
        (f"{CODE} {OTHER}", ("unclear", "unclear")),
        (f"1 {CODE} 2 {CODE} 1 {OTHER}", ("unclear", "yes")),
    ],
)
def test_one_message_answers_two_offers(text, says):
    found = reading.read(text, {CODE, OTHER})
    assert {answer.code: answer.says for answer in found.answers} == dict(zip((CODE, OTHER), says, strict=True))


def test_the_account_is_read_with_the_answer():
    assert reading.read("1 4521").digits == "4521"
    found = reading.read("да, KZ86 125K ZT50 0410 0100")
    assert (found.iban, found.answers[0].says) == ("KZ86125KZT5004100100", "yes")
    assert reading.read("1 KZ00125KZT5004100100").answers[0].says == "unclear"


def test_the_name_of_the_person_means_nothing():
    assert one("1 Айгерім Серікқызы", own_words=["Айгерім", "Серікқызы"]) == "yes"
    assert one("1 Айгерім") == "unclear"


@given(st.text(max_size=60))
def test_any_text_is_read_and_never_as_both(text):
    found = reading.read(text, {CODE, OTHER})
    assert {answer.says for answer in found.answers} <= {"yes", "no", "unclear"}
    assert len({answer.code for answer in found.answers}) == len(found.answers)


words = st.sampled_from(sorted(answer_words.YES - answer_words.SIGNS))
fillers = st.lists(st.sampled_from([".", "!", ",", "спасибо", "рахмет", "Здравствуйте"]), max_size=3)


@given(words, fillers, fillers, st.sampled_from([str.lower, str.upper, str.title]), st.sampled_from(["", CODE, "4521"]))
def test_politeness_codes_and_case_change_no_yes(word, before, after, case, beside):
    assert one(" ".join([*before, case(word), *after, beside])) == "yes"


@given(words, st.sampled_from(sorted(answer_words.NO - answer_words.SIGNS - answer_words.NEGATIONS)), st.booleans())
def test_yes_and_no_together_are_no_consent(yes, no, is_turned):
    pair = [no, yes] if is_turned else [yes, no]
    assert one(" ".join(pair)) != "yes"
