"""Rules for the story itself: paragraphs, subheads, lists, tables, pictures between."""

from .captions import (
    caption_above_lead,
    caption_dated,
    caption_in_gap,
    caption_in_head,
    caption_in_story,
    caption_named,
    caption_present,
    dated_without_stop,
    present_above_dateline,
    present_at_credit,
    says_shown,
)
from .furnishings import is_time_stamp, is_update_hour, meta
from .items import (
    bullet,
    columns,
    foot_head,
    foot_item,
    implied_item,
    labelled_item,
    lone_dash,
    number,
    row,
    single_number,
)
from .letters import heads_letter, signs_letter
from .page import Rule
from .parts import Role
from .pictures import (
    above_fold,
    above_photographer,
    below_fold,
    caption_at_credit,
    caption_twice,
    caption_under_credit,
    copyright_of_tail,
    credit,
    photographer,
    picture,
    sure_picture,
    weak_picture,
)
from .pointers import keywords, lone_label, pointed_above, read_more, read_more_open, read_more_sentence
from .prose import (
    after_colon,
    between_prose,
    block_quote,
    decorated_subhead,
    first_question,
    heads_notice,
    long,
    numbered_subhead,
    prose,
    sentence,
    short_neighbour,
    short_sentence,
    subhead,
    time_stamp,
    tweet_link,
)
from .repeats import pull_quote, repeated_paragraph

B = "B"


ANY = "THBF"


RULES: tuple[Rule, ...] = (
    Rule("long prose", Role.PARAGRAPH, B, 3.0, prose),
    Rule("sentence", Role.PARAGRAPH, B, 2.5, sentence),
    Rule("short sentence", Role.PARAGRAPH, B, 1.0, short_sentence),
    Rule("too long for anything else", Role.PARAGRAPH, B, 2.0, long),
    Rule("above byline or date", Role.PARAGRAPH, B, -5.0, lambda p, i: i <= p.head),
    Rule("life dates", Role.PARAGRAPH, B, 6.0, lambda p, i: p.facts[i].span),
    Rule("signature of a letter", Role.PARAGRAPH, B, 7.0, signs_letter),
    Rule("head of a letter", Role.SUBHEAD, B, 7.0, heads_letter),
    Rule("turn of an interview", Role.PARAGRAPH, B, 3.0, lambda p, i: p.facts[i].turn),
    Rule(
        "opens with a quotation mark and ends like a sentence",
        Role.PARAGRAPH,
        B,
        1.5,
        lambda p, i: p.facts[i].quoted and p.facts[i].stop,
    ),
    Rule("signature of a post or motto", Role.PARAGRAPH, B, 3.0, tweet_link),
    Rule("short line above a paragraph or list", Role.SUBHEAD, B, 4.0, subhead),
    Rule("first of several questions", Role.SUBHEAD, B, 3.0, first_question),
    Rule("short line between paragraphs", Role.SUBHEAD, B, 1.5, between_prose),
    Rule("short line among short lines", Role.SUBHEAD, B, -2.0, short_neighbour),
    Rule("after a colon", Role.SUBHEAD, B, -3.5, after_colon),
    Rule("numbered subhead", Role.SUBHEAD, B, 6.0, numbered_subhead),
    Rule("subhead in dashes, stars or hashes", Role.SUBHEAD, B, 7.0, decorated_subhead),
    Rule("time stamp of a live report", Role.SUBHEAD, B, 5.0, time_stamp),
    Rule(
        "above the first paragraph",
        Role.SUBHEAD,
        B,
        -2.0,
        lambda p, i: (
            i < p.first
            and i < 4
            and not is_time_stamp(p.facts[i])
            and not (p.facts[i].count <= 3 and meta(p.at(i - 1)))
        ),
    ),
    Rule("bullet", Role.ITEM, B, 6.0, bullet),
    Rule("dash that opens speech or stands alone", Role.ITEM, B, -5.0, lone_dash),
    Rule("number in a sequence", Role.ITEM, B, 5.5, number),
    Rule("first number", Role.ITEM, B, 2.5, single_number),
    Rule("short lines after a colon", Role.ITEM, B, 4.0, implied_item),
    Rule("short lines with details below the story", Role.ITEM, B, 6.5, foot_item),
    Rule("head of a list below the story", Role.SUBHEAD, B, 6.5, foot_head),
    Rule("label and value among others", Role.ITEM, B, 4.5, labelled_item),
    Rule("label and value among others", Role.SUBHEAD, B, -4.0, labelled_item),
    Rule("cells in columns", Role.ROW, B, 7.0, row),
    Rule("three cells", Role.ROW, B, 2.5, columns),
    Rule("block quotation after a verb of saying", Role.QUOTE, B, 7.0, block_quote),
    Rule("quotation mark of a mailer", Role.QUOTE, B, 7.0, lambda p, i: p.facts[i].bullet == ">"),
    Rule("pull quote that repeats a sentence", Role.QUOTE, B, 8.0, pull_quote),
    Rule("paragraph pasted twice", Role.BOILERPLATE, B, 8.0, repeated_paragraph),
    Rule("line of signs", Role.BREAK, ANY, 8.0, lambda p, i: p.facts[i].broken),
    Rule("caption with credit", Role.CAPTION, ANY, 6.0, picture),
    Rule("credit that names a photographer or agency", Role.CAPTION, ANY, 3.5, sure_picture),
    Rule("agency behind the story's last words", Role.CAPTION, ANY, -7.0, weak_picture),
    Rule("credit line", Role.CREDIT, ANY, 7.0, credit),
    Rule("copyright of the page", Role.CREDIT, ANY, -6.0, copyright_of_tail),
    Rule("line above a credit", Role.CAPTION, "THB", 6.5, caption_at_credit),
    Rule("bare name of a photographer", Role.CREDIT, "THB", 9.0, photographer),
    Rule("above the name of a photographer", Role.CAPTION, "THB", 10.0, above_photographer),
    Rule("above the button that hides it", Role.CAPTION, "THB", 12.0, above_fold),
    Rule("below the button that hides a caption", Role.CREDIT, "THB", 10.0, below_fold),
    Rule("sentence in the present above a dateline", Role.CAPTION, "TH", 8.0, present_above_dateline),
    Rule("line under a credit", Role.CAPTION, "THB", 6.5, caption_under_credit),
    Rule("one sentence above the lead", Role.CAPTION, "J", 7.5, caption_above_lead),
    Rule("one sentence in the present above the lead", Role.CAPTION, "H", 9.0, caption_present),
    Rule("one sentence in the present within the story", Role.CAPTION, "B", 2.4, caption_in_story),
    Rule("name and place without a stop", Role.CAPTION, "B", 7.5, caption_named),
    Rule("speaks of the picture", Role.CAPTION, "THJ", 9.0, says_shown),
    Rule("one sentence in a gap", Role.CAPTION, "HJB", 8.0, caption_in_gap),
    Rule("ends in a full date", Role.CAPTION, "TH", 5.5, caption_dated),
    Rule("line without a stop between head and story", Role.CAPTION, "J", 5.0, caption_in_head),
    Rule("date at the end and no stop", Role.CAPTION, "B", 6.0, dated_without_stop),
    Rule("sentence in the present above a credit", Role.CAPTION, "B", 8.0, present_at_credit),
    Rule("caption twice", Role.CAPTION, "THB", 7.5, caption_twice),
    Rule("read-more label and title", Role.READ_MORE, "HBF", 8.0, read_more),
    Rule("read-more label without a colon", Role.READ_MORE, "HBF", 6.0, read_more_open),
    Rule("reads as a sentence", Role.READ_MORE, "HBF", -4.5, read_more_sentence),
    Rule("label of a list that is not there", Role.BOILERPLATE, "BF", 8.0, lone_label),
    Rule("title above a read-more label", Role.READ_MORE, B, 8.0, pointed_above),
    Rule("keyword line", Role.KEYWORDS, ANY, 8.0, keywords),
    Rule("button, prompt or notice", Role.BOILERPLATE, ANY, 6.5, lambda p, i: p.facts[i].boiler),
    Rule("name of a box of prompts", Role.BOILERPLATE, "BF", 8.0, heads_notice),
    Rule("hour of an update", Role.BOILERPLATE, B, 8.0, lambda p, i: is_update_hour(p.facts[i])),
    Rule("notice that reads as a long paragraph", Role.BOILERPLATE, B, -3.0, lambda p, i: p.facts[i].size > 220),
)
