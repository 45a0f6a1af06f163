/** A call that cannot be carried out; the message is for the user. Never leaves the command. */
export class CommandFault extends Error {}
