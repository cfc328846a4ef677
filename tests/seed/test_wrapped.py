"""A paragraph that was wrapped by hand is one paragraph, however uneven its lines and whatever they begin with."""

import pytest

from briefing.seed import read_seed

GERMAN = """Stadt sperrt die Uferstraße

Wegen des steigenden Wassers der Helme hat die Stadt am
Dienstag die Uferstraße gesperrt. Rund achtzig Anwohner
wurden aufgefordert, ihre Keller zu räumen. Die
Feuerwehr verteilte Sandsäcke.

Am Kyffhäuser fielen seit Sonntag fast siebzig Liter Regen
je Quadratmeter. Der Wetterdienst erwartet kräftige
Schauer bis Donnerstag.
"""
PORTUGUESE = """Universidade abre residência

A Universidade de Vila Alva inaugurou uma residência com
duas centenas de camas, num investimento pago pelo Plano
de Recuperação e Resiliência.

O edifício, antiga fábrica de lanifícios, tinha fechado em
1994. A recuperação revelou um poço do século XVII,
que fica à vista no átrio.
"""
LIST = """Eleições: o que muda
03/05/2024
A nova regra, aprovada na terça-feira, obriga candidatos a declarar doações em até 72 horas, sob pena de multa.
Veja abaixo o que muda:
Prazo para declarar doações cai de 15 dias para 72 horas
Multa máxima passa de 10 mil para 50 mil reais
Partidos respondem por candidatos inadimplentes
O texto ainda precisa ser sancionado.
"""


@pytest.mark.parametrize("text", [GERMAN, PORTUGUESE], ids=["nouns in capitals", "a year at the start"])
def test_uneven_lines_are_joined(text: str) -> None:
    _, *paragraphs = (" ".join(block.split("\n")).strip() for block in text.split("\n\n"))
    assert [block.text for block in read_seed(text).body] == paragraphs


def test_a_list_of_unmarked_lines_is_not_a_paragraph() -> None:
    lines = LIST.splitlines()
    assert [block.text for block in read_seed(LIST).body] == lines[2:]
