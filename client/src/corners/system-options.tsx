import type { CoordinateSystem } from "../geo/coordinate-systems.ts";
import { type Key, t } from "../language/t.ts";
import "./parts/words.ts";

/** Coordinate systems by their names, as the options of a choice. */
export const SystemOptions = ({ systems }: { systems: readonly CoordinateSystem[] }) => (
  <>
    {systems.map((system) => (
      <option key={system} value={system}>
        {t(`corners.system_${system}` as Key)}
      </option>
    ))}
  </>
);
