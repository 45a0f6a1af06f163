/** What `plimsoll help` prints. */
export const helpText = `plimsoll: sizes Cloud Controller fleets and Heat engines, as the page does

  plimsoll size LINK|FILE      prints the comparison: verdict, table, findings
    -f, --format FORMAT        text (the default), markdown, csv or json
    -o, --option LETTER        another option than the plan's selected one

  plimsoll export LINK|FILE    prints a file for the selected option
    -l, --list                 lists the files there are: id, name, label
    -d, --document ID          which file; the first one unless told
    -t, --target TARGET        written for another tool or release than the plan says
    -o, --option LETTER        another option than the plan's selected one

  plimsoll check FILE...       reads manifests, ops files or settings of Heat, each by itself,
                               and prints what is wrong with them, with line numbers
    -f, --format FORMAT        text (the default) or json
    -p, --plan LINK|FILE       where the load, the limits and all else that a file does
                               not say come from; the defaults unless told

  plimsoll help                prints this; --version prints the version

LINK is an address of the page in quotes, or what stands behind its #. FILE is a plan that the page saved,
and - reads standard input.

Ends with 0; with 1 if check finds a blocker or an error, or if the option cannot be sized or written; with 2 if
the call cannot be carried out.
`;
