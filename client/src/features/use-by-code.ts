import { useEffect } from "preact/hooks";
import { askByCode } from "./by-code.ts";
import { askedCollections } from "./features-in.ts";
import { isLoading } from "./load.ts";
import { findByCode } from "./plan.ts";

/** The feature that a code names, whatever its collection: the server is asked when all that is held has not got it. */
export function useByCode(code: string): ReturnType<typeof findByCode>[number] | undefined {
  const [found] = findByCode(code);
  const isMissing = found === undefined && !isLoading.value && askedCollections.value.length > 0;
  useEffect(() => (isMissing ? askByCode(code) : undefined), [code, isMissing]);
  return found;
}
