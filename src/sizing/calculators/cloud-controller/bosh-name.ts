/** What BOSH accepts as the name of a group or a VM type; it ends up in a path of an ops file. */
export const boshName = {
  pattern: /^[A-Za-z0-9][A-Za-z0-9_.-]*$/,
  accepts: 'use letters, digits, dots, dashes and underscores, and start with a letter or a digit',
};
