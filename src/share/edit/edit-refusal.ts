/** Why a file is left as it is. Never leaves `edit-in-place.ts`. */
export class EditRefusal extends Error {}
