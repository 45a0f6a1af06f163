/** The version of rules and model as papers name it: that of the package, which a test compares. */
export const modelVersion = '0.1.0';
