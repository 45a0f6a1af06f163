/** What the start page says at its head; the build writes it into index.html as well, to be read before scripts come. */
export const startWords = {
  title: 'How much does it carry, and what happens when something fails?',
  lead: 'Plimsoll sizes two services from their published guides. It runs in this browser only: nothing you enter is sent anywhere, and every number says where it comes from.',
} as const;
