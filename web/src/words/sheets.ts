export const sheets = {
  sheets: {
    title: 'Sheets',
    audience: 'For whom',
    audiences: { team: 'our team', room: 'the room' } as Record<string, string>,
    audienceHelp: { team: 'Estimates may stand on it, marked as such.', room: 'Nothing estimated stands on it.' } as Record<string, string>,
    make: 'Preview',
    download: (format: string) => `Download ${format}`,
    print: 'Open to print',
    preview: 'Preview of the sheet',
    none: 'No sheet is on offer.',
    which: 'Which sheet',
    formats: { html: 'page (HTML)', md: 'text (Markdown)', pdf: 'PDF', docx: 'document (DOCX)', txt: 'plain text' } as Record<string, string>,
  },
};
