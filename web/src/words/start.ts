export const start = {
  start: {
    make: 'New case',
    makeHelp: 'A case is a folder of small text files. It is made beside the others and opens here; nothing leaves this machine.',
    title: 'What is negotiated',
    folder: 'Name of the folder',
    folderHelp: 'Small letters, digits and hyphens.',
    create: 'Make the case',
    open: 'Open a case',
  },
};
