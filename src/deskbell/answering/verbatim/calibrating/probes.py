"""Texts that every calibration asks: pairs that show the scale of a model's cosines, and questions that no clinic, shop or
office answers. Pure.
"""

# A question and a passage that answers it. Others' passages are the background.
PAIRS = (
    ("Can I bring my dog?", "Guide dogs are welcome everywhere. Other pets stay outside, please."),
    ("How do I reset the thermostat?", "Hold both buttons for five seconds until the display goes dark."),
    (
        "When does the library open?",
        "The reading rooms are open from nine in the morning until eight at night.",
    ),
    ("What does shipping cost?", "Parcels below two kilos travel for $4.90 within the country."),
    ("Is the bread free of gluten?", "Our rolls are baked with wheat; the rice loaf contains no gluten."),
    ("How long is the warranty?", "All machines are covered for two years from the day of purchase."),
    ("Who signs the lease?", "The tenant and the owner both put their names under the rental contract."),
    ("Where do I park my bicycle?", "There are racks for bikes behind the building, next to the ramp."),
    (
        "Can children join the tour?",
        "Visitors from the age of six may walk along when an adult is with them.",
    ),
    ("How do I change my password?", "Open your profile, choose Security, and type the new password twice."),
    ("Which visa do I need?", "Travelers who stay for less than ninety days enter without a visa."),
    ("Do you repair old watches?", "Our workshop restores mechanical clocks and wristwatches of any age."),
    (
        "What happens if I lose my ticket?",
        "A lost ticket is replaced once, at the counter, against an identity card.",
    ),
    ("How much water do roses need?", "Water the bushes deeply twice a week in summer, less in spring."),
    ("May I pay in installments?", "The sum can be split into four monthly payments without interest."),
    ("Is there a lift to the second floor?", "An elevator leads from the entrance to all floors."),
)
FOREIGN = (
    "How do I sharpen a chainsaw?",
    "who won the cup final last night",
    "what's the exchange rate of the yen today",
    "Please translate good evening into Finnish",
    "book me a table for four at an italian place",
    "How many moons does Saturn have?",
    "what's a good name for a parrot",
    "play some jazz in the kitchen",
    "How high is the Eiffel tower in feet?",
    "remind me to water the plants on friday",
    "Which gear do I use when driving downhill?",
    "how do i get candle wax out of a tablecloth",
    "Who painted the ceiling of the Sistine Chapel?",
    "is it going to snow in Denver this weekend",
    "what is the square root of 1849",
    "How long do I boil an ostrich egg?",
    "find me a cheap flight to Lisbon",
    "Why is the sky blue?",
    "can you recommend a thriller to read",
    "How do I tie a bowline knot?",
    "what time zone is Sydney in",
    "turn off the lights upstairs",
    "When was the printing press invented?",
    "how do I beat the last level",
    "What is the plot of Hamlet?",
    "convert 3 miles to kilometers",
    "which tires fit my pickup truck",
    "Tell me a joke about penguins",
    "How do I prune an apple tree?",
    "is my flight to Boston on time",
)
