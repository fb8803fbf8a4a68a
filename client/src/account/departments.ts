import { computed, signal } from "@preact/signals";
import type { Department } from "../api/answers.ts";
import { language } from "../language/view.ts";
import { getDepartments } from "./requests.ts";
import { asSignedIn } from "./signed-in.ts";

/** The departments that are consulted, and who speaks for each; null before somebody has asked who may know it. */
export const departments = signal<readonly Department[] | null>(null);

export async function loadDepartments(): Promise<void> {
  const answer = await asSignedIn(getDepartments);
  if (answer.ok) departments.value = answer.data.departments;
}

/** Whether who is signed in speaks for a department. */
export const speaksForOne = computed(() => departments.value?.some(({ is_mine }) => is_mine) ?? false);

/** The name of a department, its code before it is known. */
export function departmentName(code: string): string {
  const found = departments.value?.find((one) => one.code === code);
  return (language.value === "zh" ? found?.zh : found?.en) ?? code;
}
