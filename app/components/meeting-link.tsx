/** A meeting number as it was given, or a link when it is an address of the web. */
export const MeetingLink = ({ link }: { link: string }) =>
  /^https?:\/\//i.test(link) ? (
    <a href={link} rel="noreferrer">
      {link}
    </a>
  ) : (
    <span className="mono">{link}</span>
  );
