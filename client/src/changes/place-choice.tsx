// For other rooms: where a feature shall stand, by a press on the map, by numbers, or by the shape of another.
export { PlaceSection as PlaceChoice } from "./parts/place-section.tsx";
