import type { PlannedStatement } from "../conversation-plan";

/** What the council asked about. */
export const asked: PlannedStatement[] = [
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
];
