/** From here on a place on the map says something about a person, as it takes to be grouped. */
export const votesForPlace = 7;
