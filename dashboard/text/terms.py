"""The words of the field and what they mean here."""

TERMS = {
    "small area": "One of the 32,844 lower layer super output areas (LSOA 2011) into which the Office for National Statistics cut England; about 1,700 people each.",
    "part": "The largest set of small areas that no STP or LEP line divides. Most districts are one part; 21 are two or three.",
    "footprint": "The small areas that a body covers on a day.",
    "overlap": "The people (or square kilometres, or districts) of the small areas that two footprints share.",
    "share": "The fraction of one body’s people who live in another. Always given both ways.",
    "as at": "The day whose landscape is shown. Statistics and the mid-2017 population do not move with it.",
    "boundaries match": "At least 99% of each of two bodies’ people live in the other.",
    "cross": "Two bodies share people, and each holds more than 1% that the other does not.",
    "cut": "A body is cut by a layer when some body of that layer holds between 1% and 99% of its people.",
    "seam": "The line where one body or bundle ends and another begins. Counted in people: those of a body who live outside the partner that holds most of it.",
    "neat fit": "Of people in both layers, the fraction who live in the main partner of their body: 1 when every body nests in one.",
    "bundle": "The exact combination of bodies, of the layers chosen, over a part of a district.",
    "associate": "A non-constituent member of a combined authority, or a partner of a deal: shown, not counted in its area.",
    "middle district": "The district with as many above it as below it (the median), among those with a value.",
    "easily missed": "A footprint that holds 1 to 35% of an STP’s people, or of which the STP holds under half without lying inside it.",
    "STP": "NHS sustainability and transformation partnership, with a footprint built from clinical commissioning groups.",
    "LEP": "Local enterprise partnership, a partnership of business and councils over a local economy.",
}
