import type { ConversationPlan } from "./conversation-plan";

// The camps, in the order of the three percentages: those who want fewer cars and more room to
// walk, cycle and sit; those who live from customers that come by car; and those who have lived
// here for long and want it calm, affordable and recognisable.
const WALKERS = 0;
const TRADERS = 1;
const NEIGHBOURS = 2;

/** A town that does not exist talks about its centre. Written for this demonstration. */
export const townCentre: ConversationPlan = {
  slug: "town-centre",
  title: "What should our town centre be like in ten years?",
  description:
    "Lindenford is about to redraw the plan for its centre. Vote on what others have said, and add " +
    "what is missing. The council will answer, in public, every point on which all groups agree.",
  language: "en",
  settings: {
    askedBy: "Lindenford Town Council (a made-up town)",
    publicVotes: true,
    answerDays: 60,
  },
  campShares: [0.42, 0.31, 0.27],
  participants: 600,
  seed: 20_260_301,
  statements: [
    // What the council asked about
    { text: "The market square should be free of cars.", agree: [91, 14, 48], pass: 6 },
    { text: "An hour of free parking brings customers into town.", agree: [22, 92, 58], pass: 8 },
    { text: "Mill Street needs a protected cycle lane.", agree: [93, 18, 35], pass: 8 },
    { text: "We need more trees that give shade in summer.", agree: [95, 82, 90], pass: 4 },
    {
      text: "Bars and restaurants may serve outdoors until midnight at weekends.",
      agree: [71, 74, 12],
      pass: 8,
    },
    {
      text: "Flats in the centre should not be let to tourists by the night.",
      agree: [66, 28, 91],
      pass: 12,
    },
    {
      text: "The weekly market deserves a second day, in the evening.",
      agree: [84, 63, 55],
      pass: 12,
    },
    { text: "The library should open on Sunday afternoons.", agree: [86, 70, 79], pass: 11 },
    {
      text: "The centre needs a clean public toilet that is open in the evening.",
      agree: [92, 90, 94],
      pass: 3,
    },
    {
      text: "The speed limit within the old walls should be 20 km/h.",
      agree: [86, 25, 72],
      pass: 7,
    },
    {
      text: "A multi-storey car park at the station would solve more than it costs.",
      agree: [17, 78, 36],
      pass: 14,
    },
    {
      text: "New houses should be no taller than the old ones around them.",
      agree: [41, 38, 93],
      pass: 9,
    },
    {
      text: "The town should buy empty shops and let them cheaply to newcomers.",
      agree: [76, 46, 61],
      pass: 15,
    },
    {
      text: "Deliveries should be done by eleven in the morning.",
      agree: [78, 21, 69],
      pass: 12,
    },
    {
      text: "Buses should run until midnight on Fridays and Saturdays.",
      agree: [90, 76, 71],
      pass: 8,
    },
    {
      text: "Every square needs benches where nobody has to buy anything.",
      agree: [94, 61, 89],
      pass: 6,
    },
    {
      text: "Closing streets to cars would be the end of many small shops.",
      agree: [8, 87, 34],
      pass: 9,
    },
    {
      text: "Half of all new flats should have rents that a nurse can pay.",
      agree: [83, 44, 86],
      pass: 10,
    },
    {
      text: "The pedestrian crossings near the school need to be made safer.",
      agree: [95, 86, 93],
      pass: 4,
    },
    {
      text: "Open-air concerts on the square are worth a few loud evenings.",
      agree: [79, 72, 19],
      pass: 8,
    },
    {
      text: "Residents should find a parking place near their own door.",
      agree: [29, 71, 84],
      pass: 9,
    },
    {
      text: "The river bank should become a park, even if parking places go.",
      agree: [92, 27, 63],
      pass: 9,
    },
    {
      text: "The town spends too much on the centre and too little on the villages around it.",
      agree: [24, 57, 41],
      pass: 22,
    },
    {
      text: "I would come to the centre more often if the bus were cheaper.",
      agree: [68, 41, 52],
      pass: 16,
    },
    // What participants added
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
  ],
};
