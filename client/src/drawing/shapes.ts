export { rectangleByThree, rectangleByTwo, withDepth } from "./shapes/rectangle.ts";
