"""The reader's vocabulary: a few families of words, each written out by hand for this project."""

# ruff: noqa: E501 - word lists
from types import MappingProxyType

_FAMILIES = {
    "insult": """idiot idiots fool moron imbecile loser losers failure failures disgrace embarrassment coward liar fraud fake
        impostor imposter burden mess wreck disaster joke monster pig slob brat wimp weakling freak weirdo nobody screwup
        fuckup fuckwit dumbass dipshit jackass asshole arsehole bitch bastard shit crap trash garbage rubbish scum parasite
        leech wretch worm dunce dolt blockhead ass simpleton brute beast hypocrite doormat clown genius einstein quitter
        stupid dumb useless worthless pathetic hopeless incompetent inadequate lazy selfish weak ugly fat disgusting
        repulsive gross hideous unlovable unlikable unlikeable boring annoying needy clingy broken defective ridiculous
        foolish idiotic moronic contemptible despicable feeble cowardly spineless gutless
        talentless mediocre rotten vile loathsome insufferable unbearable crazy insane mental
        dense slow thick clumsy careless thoughtless lame sad-sack waste shameful inferior deficient unworthy
        undeserving good-for-nothing vain conceited priggish prig cad ungrateful childish immature helpless""",
    "failing": """failed fail failing fails blew botched ruined ruin ruining wrecked messed mess screwed bungled fumbled
        forgot missed lost broke wasted squandered disappointed disappointing disappoint let mistake mistakes error blunder
        slipped relapsed procrastinated quit""",
    "scorn": """hate hated loathe despise detest disgust disgusted sick ashamed shame blame punish punished deserve deserves
        deserved contempt regret fault stand kick beat berate scold""",
    "kind": """kind kinder kindly kindness gentle gently gentler tender tenderly tenderness soft softer softly compassion
        compassionate patient patience forgive forgiving forgiven forgave forgiveness warm warmth warmly mercy care caring
        comfort comforting comforted soothe soothing understanding hold holding cradle hug cherish grace friend friendly
        love loved loving lovable worthy worth enough belong proud allow allowed permission okay ok alright fine human
        rest resting brave courage strong safe accept accepting acceptance welcome thank thanks""",
    "trying": """tried try trying effort best learn learning learned learnt growing grow grew heal healing slowly step steps
        begin beginning practice practise practising progress cope coping coped survived survive managed manage""",
    "pain": """miserable wretched awful terrible horrible hurt hurts hurting pain painful ache aching tired exhausted weary worn sad sadness grief grieving lonely alone
        afraid scared anxious anxiety fear panic heavy hard difficult struggle struggling overwhelmed overwhelming stress
        stressed upset disappointed cry cried crying tears suffering suffer rough tough wounded""",
    "self": "i me my mine myself",
    "you": "you your yours yourself",
    "we": "we us our ours ourselves",
    "other": """he him his himself she her hers herself they them their theirs themselves mother father mum mom dad mummy
        daddy sister brother son daughter wife husband boss friend friends neighbour neighbor teacher colleague manager
        kid kids child children baby grandmother grandfather grandma grandad aunt uncle girlfriend boyfriend partner
        roommate flatmate coworker coworkers landlord driver doctor nurse man woman guy girl boy fellow team parents""",
    "people": "everyone everybody people anyone anybody nobody others humans humanity someone many most all",
    "thing": """phone laptop computer printer app software update code build server website form meeting exam test weather
        rain traffic bus train car film movie book song game song deadline project report article essay coffee dinner
        file password website keyboard screen wifi internet machine thing idea plan rule policy""",
    "no": "not no never neither nor nothing none without hardly barely far",
    "be": "am is are was were be been being feel feels felt feeling seem seems look sound",
    "very": "so such very really too completely totally utterly absolutely always just truly fucking bloody damn complete total",
    "always": "always never ever forever everything nothing entire whole constantly everywhere",
    "think": "think thought thinking thoughts notice noticing noticed aware seems feeling story mind worry worries",
    "must": "should must ought shouldn have need needs supposed",
    "turn": "but yet still however though although except",
    "past": "used once then back ago formerly was were younger teenager childhood school",
    "said": "said says say told tells tell called calls call calling yelled shouted screamed whispered wrote thinks",
}


def _class_of_each() -> dict[str, str]:
    found: dict[str, str] = {}
    for name, members in _FAMILIES.items():
        for word in members.split():
            found.setdefault(word, name)
    return found


CLASS = MappingProxyType(_class_of_each())
"""The family of every word that has one; a word in two families belongs to the first."""

FEELINGS = MappingProxyType({
    word: feeling
    for feeling, members in {
        "joy": "happy happiness joy joyful glad delighted delight cheerful smiling smiled laughed laughing laughter fun bliss merry",
        "love": "love loved loving adore adored dear darling affection fond tenderness cherish beloved",
        "gratitude": "grateful gratitude thankful thanks thank appreciate appreciated blessed",
        "pride": "proud pride accomplished triumphant",
        "sadness": """sad sadness unhappy miserable heartbroken grief grieving mourning cry cried crying tears wept weeping
            sorrow gloomy melancholy depressed down hopeless despair hurt hurts hurting heavy""",
        "fear": """afraid scared fear feared fearful terrified terror frightened anxious anxiety nervous worried worry worries
            worrying panic panicking panicked dread dreading uneasy""",
        "anger": """angry anger furious rage raging mad annoyed irritated irritation frustrated frustration resent resentment
            hate hated bitter fuming livid""",
        "shame": """ashamed shame shameful embarrassed embarrassing embarrassment humiliated humiliation mortified disgusted
            disgusting worthless pathetic""",
        "remorse": "sorry regret regrets regretted guilty guilt remorse apologise apologize apologised fault",
        "relief": "relief relieved phew finally lighter unburdened",
        "loneliness": "lonely alone loneliness isolated abandoned unwanted friendless outsider",
        "tiredness": "tired exhausted exhaustion weary worn drained fatigue sleepy spent depleted knackered shattered",
        "calm": "calm peaceful peace serene quiet still content contented settled soothed rested",
    }.items()
    for word in members.split()
})  # fmt: skip
"""The feeling that a word names."""
