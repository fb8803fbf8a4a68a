import { collectionDefinitions } from "../catalogue.ts";
import { collectionTitle } from "../language/names.ts";

/** The layers of the plan, to choose one of. */
export const CollectionOptions = () => (
  <>
    {collectionDefinitions.map(({ id }) => (
      <option key={id} value={id}>
        {collectionTitle(id)}
      </option>
    ))}
  </>
);
