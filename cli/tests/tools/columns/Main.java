class Main {
  public static void main(String[] arguments) {
    Columns.Meaning busy = Columns.BUSY.meanings().get(0);
    Columns.Meaning late = Columns.BUSY.meanings().get(1);
    print(busy.section(), busy.sectionName(), busy.sectionEn(), busy.messageEn());
    print(busy.http(), busy.weight(), busy.fatal(), busy.retry().advice().name().toLowerCase(), busy.retry().times());
    print(busy.class_(), Long.toUnsignedString(busy.quota()), busy.is(), busy.id());
    print(late.name(), late.retry().advice().name().toLowerCase(), late.class_() == null);
    print(Columns.SUCCESS.meanings().get(0).section() == null);
    for (String tag : new String[] {"en-GB", "it-IT", "nb-NO", "zh-Hant-HK", "zh-TW", "zh", "fr", ""}) {
      java.util.Locale locale = java.util.Locale.forLanguageTag(tag);
      print(busy.messageIn(locale), late.messageIn(locale));
    }
  }

  private static void print(Object... values) {
    StringBuilder line = new StringBuilder();
    for (Object value : values) {
      line.append(line.length() == 0 ? "" : "|").append(value);
    }
    System.out.println(line);
  }
}
