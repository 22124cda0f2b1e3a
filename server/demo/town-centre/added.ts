import type { PlannedStatement } from "../conversation-plan";

// The camps, in the order of the plan's shares.
const WALKERS = 0;
const TRADERS = 1;
const NEIGHBOURS = 2;

/** What participants added. */
export const added: PlannedStatement[] = [
  {
    text: "Shops should be able to decide for themselves whether to open on Sundays.",
    agree: [52, 83, 26],
    pass: 11,
    writtenBy: TRADERS,
  },
  {
    text: "A drinking fountain on the square costs little and helps everybody.",
    agree: [93, 84, 91],
    pass: 5,
    writtenBy: WALKERS,
  },
  {
    text: "Cyclists must get off and push in the pedestrian lanes.",
    agree: [31, 77, 88],
    pass: 7,
    writtenBy: NEIGHBOURS,
  },
  {
    text: "Paving stones should be even enough for wheelchairs and prams.",
    agree: [93, 85, 90],
    pass: 5,
    writtenBy: NEIGHBOURS,
  },
  {
    text: "Whoever lives in the centre has to put up with some noise.",
    agree: [58, 75, 7],
    pass: 8,
    writtenBy: TRADERS,
  },
  {
    text: "Let children paint the electricity boxes.",
    agree: [81, 55, 47],
    pass: 21,
    writtenBy: WALKERS,
  },
  {
    text: "Advertising screens do not belong in the old streets.",
    agree: [80, 35, 90],
    pass: 10,
    writtenBy: NEIGHBOURS,
  },
  {
    text: "Parking fees should pay for the buses.",
    agree: [83, 13, 45],
    pass: 12,
    writtenBy: WALKERS,
  },
  {
    text: "Craftsmen need places to load and park, whatever else is decided.",
    agree: [58, 93, 77],
    pass: 8,
    writtenBy: TRADERS,
  },
  {
    text: "The town hall should publish what every square metre of parking costs.",
    agree: [79, 33, 52],
    pass: 19,
    writtenBy: WALKERS,
  },
  {
    text: "Street lamps should be dimmed after midnight, but not where people walk home.",
    agree: [77, 63, 82],
    pass: 13,
    writtenBy: NEIGHBOURS,
  },
  {
    text: "Old shop signs should be kept even when the shop changes.",
    agree: [55, 43, 85],
    pass: 20,
    writtenBy: NEIGHBOURS,
  },
  {
    text: "Young people need a place in the centre where they may be loud.",
    agree: [76, 49, 24],
    pass: 14,
    writtenBy: WALKERS,
  },
  {
    text: "A roof over part of the market would make it work in winter.",
    agree: [70, 67, 53],
    pass: 17,
    writtenBy: TRADERS,
  },
  {
    text: "Delivery vans in the centre should be electric by 2030.",
    agree: [85, 16, 57],
    pass: 12,
    writtenBy: WALKERS,
  },
  {
    text: "Whenever an old shop closes, a chain moves in.",
    agree: [33, 40, 81],
    pass: 14,
    writtenBy: NEIGHBOURS,
  },
  {
    text: "The first thing to do is to fix the rents that shops have to pay.",
    agree: [64, 85, 59],
    pass: 15,
    writtenBy: TRADERS,
  },
  {
    text: "I feel safe in the centre at night.",
    agree: [61, 59, 42],
    pass: 12,
    writtenBy: WALKERS,
  },
  {
    text: "More police on foot would do more good than more cameras.",
    agree: [67, 62, 80],
    pass: 14,
    writtenBy: NEIGHBOURS,
  },
  {
    text: "Scooters for hire should have fixed places to stand.",
    agree: [78, 80, 92],
    pass: 8,
    writtenBy: NEIGHBOURS,
  },
  {
    text: "The ring road has to be finished before any street is closed.",
    agree: [11, 83, 51],
    pass: 11,
    writtenBy: TRADERS,
  },
  {
    text: "Turn the empty department store into workshops, a school and flats.",
    agree: [82, 51, 66],
    pass: 16,
    writtenBy: WALKERS,
  },
  {
    text: "The town should try changes for a year before it builds them.",
    agree: [84, 80, 85],
    pass: 9,
    writtenBy: TRADERS,
  },
  {
    text: "Rain should soak into the ground instead of running into the drains.",
    agree: [88, 58, 79],
    pass: 14,
    writtenBy: WALKERS,
  },
  {
    text: "Nobody from outside should have to pay to park while seeing a doctor.",
    agree: [49, 89, 80],
    pass: 9,
    writtenBy: TRADERS,
  },
  {
    text: "The church bells belong to the town, at night as well.",
    agree: [25, 41, 62],
    pass: 23,
    writtenBy: NEIGHBOURS,
  },
  {
    text: "A childcare place in the centre matters more to me than another café.",
    agree: [62, 48, 66],
    pass: 21,
    writtenBy: WALKERS,
  },
  {
    text: "Cycle parking should be built wherever ten bicycles lean on a wall.",
    agree: [89, 37, 43],
    pass: 13,
    writtenBy: WALKERS,
  },
  {
    text: "New flats above the shops would bring life back in the evening.",
    agree: [83, 68, 54],
    pass: 13,
    writtenBy: TRADERS,
  },
  {
    text: "There should be one small grocery that people without a car can reach on foot.",
    agree: [91, 74, 92],
    pass: 6,
    writtenBy: NEIGHBOURS,
  },
  {
    text: "The fair should move from the square to the meadow.",
    agree: [44, 18, 78],
    pass: 15,
    writtenBy: NEIGHBOURS,
  },
  {
    text: "Tell us what building works will cost before we vote on them.",
    agree: [81, 89, 90],
    pass: 7,
    writtenBy: TRADERS,
  },
  // What the moderators have not looked at yet, and what they turned down
  {
    text: "The fountain should play music on the hour.",
    agree: [38, 45, 12],
    pass: 24,
    writtenBy: WALKERS,
    moderation: "pending",
  },
  {
    text: "Put the taxis where the delivery bay is now.",
    agree: [34, 52, 43],
    pass: 32,
    writtenBy: TRADERS,
    moderation: "pending",
  },
  {
    text: "Plant wild flowers instead of lawn around the walls.",
    agree: [88, 53, 64],
    pass: 12,
    writtenBy: WALKERS,
    moderation: "pending",
  },
  {
    text: "More trees please!!! And a fountain!!! And cheaper buses!!!",
    agree: [70, 45, 60],
    pass: 15,
    writtenBy: WALKERS,
    moderation: "rejected",
    moderationReason: "More than one idea",
  },
  {
    text: "The owner of the bakery in Mill Street should be ashamed of himself.",
    agree: [12, 8, 21],
    pass: 45,
    writtenBy: NEIGHBOURS,
    moderation: "rejected",
    moderationReason: "Attacks a person",
  },
  {
    text: "Buy your garden furniture at half price this weekend only.",
    agree: [4, 6, 3],
    pass: 38,
    writtenBy: TRADERS,
    moderation: "rejected",
    moderationReason: "Advertising",
  },
];
