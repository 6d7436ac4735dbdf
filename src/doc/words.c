/* SPDX-License-Identifier: MIT */
/* Words of generated pages, by language: one row each, in the order of enum
 * doc_word. A word that is NULL or missing is said in English. */
#include "doc/doc.h"

#include <string.h>

struct language {
    const char *tag, *name;
    const char *words[DOC_WORD_COUNT];
};

/* clang-format off */
static const struct language languages[] = {
    {"en", "English",
     {"Contents", "Notes", "Sources", "Cover", "Title page", "Imprint",
      "Colophon", "Landmarks", "Start of content", "Back to the text", "Note",
      "Warning", "Tip", "Important", "Caution", "Published", "Updated",
      "Review by", "Part", "Page", "done", "to do", "Identifier", "Typefaces",
      "by", "Tags", "Contact", "and", "Language", "Made with",
      "Patient Stories", "List of figures", "List of tables", "Index",
      "Figure", "Table", "Pages"}},
    {"es", "español",
     {"Índice", "Notas", "Fuentes", "Cubierta", "Portada", "Créditos",
      "Colofón", "Puntos de referencia", "Inicio del contenido",
      "Volver al texto", "Nota", "Advertencia", "Consejo", "Importante",
      "Precaución", "Publicado", "Actualizado", "Revisar antes del", "Parte",
      "Página", "hecho", "pendiente", "Identificador", "Tipos de letra", "por",
      "Etiquetas", "Contacto", "y", "Idioma", "Hecho con",
      "Historias de pacientes", "Índice de figuras", "Índice de tablas",
      "Índice temático", "Figura", "Tabla", "Páginas"}},
    {"de", "Deutsch",
     {"Inhalt", "Anmerkungen", "Quellen", "Umschlag", "Titelseite",
      "Impressum", "Kolophon", "Orientierungspunkte", "Beginn des Inhalts",
      "Zurück zum Text", "Hinweis", "Warnung", "Tipp", "Wichtig", "Vorsicht",
      "Veröffentlicht", "Aktualisiert", "Zu prüfen bis", "Teil", "Seite",
      "erledigt", "offen", "Kennung", "Schriften", "von", "Schlagwörter",
      "Kontakt", "und", "Sprache", "Erstellt mit", "Patientengeschichten",
      "Abbildungsverzeichnis", "Tabellenverzeichnis", "Register", "Abbildung",
      "Tabelle", "Seiten"}},
    {"fr", "français",
     {"Table des matières", "Notes", "Sources", "Couverture", "Page de titre",
      "Mentions légales", "Colophon", "Points de repère", "Début du contenu",
      "Retour au texte", "Remarque", "Avertissement", "Conseil", "Important",
      "Attention", "Publié le", "Mis à jour le", "À réviser avant le",
      "Partie", "Page", "fait", "à faire", "Identifiant",
      "Polices de caractères", "par", "Mots-clés", "Contact", "et", "Langue",
      "Réalisé avec", "Récits de patients", "Table des figures",
      "Liste des tableaux", "Index", "Figure", "Tableau", "Pages"}},
    {"it", "italiano",
     {"Indice", "Note", "Fonti", "Copertina", "Frontespizio",
      "Informazioni editoriali", "Colophon", "Punti di riferimento",
      "Inizio del contenuto", "Torna al testo", "Nota", "Avvertenza",
      "Suggerimento", "Importante", "Attenzione", "Pubblicato", "Aggiornato",
      "Da rivedere entro", "Parte", "Pagina", "fatto", "da fare",
      "Identificatore", "Caratteri", "di", "Etichette", "Contatti", "e",
      "Lingua", "Realizzato con", "Storie di pazienti", "Indice delle figure",
      "Indice delle tabelle", "Indice analitico", "Figura", "Tabella",
      "Pagine"}},
    {"pt", "português",
     {"Sumário", "Notas", "Fontes", "Capa", "Folha de rosto", "Ficha técnica",
      "Colofão", "Pontos de referência", "Início do conteúdo",
      "Voltar ao texto", "Nota", "Aviso", "Dica", "Importante", "Atenção",
      "Publicado", "Atualizado", "Rever até", "Parte", "Página", "feito",
      "por fazer", "Identificador", "Tipos de letra", "por", "Etiquetas",
      "Contato", "e", "Idioma", "Feito com", "Histórias de pacientes",
      "Lista de figuras", "Lista de tabelas", "Índice remissivo", "Figura",
      "Tabela", "Páginas"}},
    {"nl", "Nederlands",
     {"Inhoud", "Noten", "Bronnen", "Omslag", "Titelpagina", "Colofon",
      "Over deze uitgave", "Oriëntatiepunten", "Begin van de inhoud",
      "Terug naar de tekst", "Opmerking", "Waarschuwing", "Tip", "Belangrijk",
      "Let op", "Gepubliceerd", "Bijgewerkt", "Herzien vóór", "Deel", "Pagina",
      "gedaan", "te doen", "Identificatie", "Lettertypen", "door",
      "Trefwoorden", "Contact", "en", "Taal", "Gemaakt met",
      "Patiëntverhalen", "Lijst van figuren", "Lijst van tabellen",
      "Register", "Figuur", "Tabel", "Pagina’s"}},
    {"pl", "polski",
     {"Spis treści", "Przypisy", "Źródła", "Okładka", "Strona tytułowa",
      "Stopka redakcyjna", "Kolofon", "Punkty orientacyjne", "Początek treści",
      "Powrót do tekstu", "Uwaga", "Ostrzeżenie", "Wskazówka", "Ważne",
      "Ostrożnie", "Opublikowano", "Zaktualizowano", "Do przeglądu przed",
      "Część", "Strona", "zrobione", "do zrobienia", "Identyfikator",
      "Kroje pisma", "autor:", "Tagi", "Kontakt", "i", "Język",
      "Wykonano za pomocą", "Historie pacjentów", "Spis rysunków",
      "Spis tabel", "Indeks", "Rysunek", "Tabela", "Strony"}},
    {"sv", "svenska",
     {"Innehåll", "Noter", "Källor", "Omslag", "Titelsida",
      "Utgivningsuppgifter", "Kolofon", "Landmärken", "Innehållets början",
      "Tillbaka till texten", "Obs!", "Varning", "Tips", "Viktigt",
      "Försiktighet", "Publicerad", "Uppdaterad", "Granskas senast", "Del",
      "Sida", "klart", "att göra", "Identifierare", "Typsnitt", "av", "Taggar",
      "Kontakt", "och", "Språk", "Gjord med", "Patientberättelser",
      "Figurförteckning", "Tabellförteckning", "Register", "Figur", "Tabell",
      "Sidor"}},
    {"da", "dansk",
     {"Indhold", "Noter", "Kilder", "Omslag", "Titelblad", "Kolofon",
      "Om udgaven", "Pejlemærker", "Indholdets begyndelse",
      "Tilbage til teksten", "Bemærk", "Advarsel", "Tip", "Vigtigt",
      "Forsigtig", "Udgivet", "Opdateret", "Gennemgås senest", "Del", "Side",
      "færdig", "mangler", "Identifikator", "Skrifttyper", "af", "Emneord",
      "Kontakt", "og", "Sprog", "Lavet med", "Patienthistorier",
      "Liste over figurer", "Liste over tabeller", "Stikordsregister",
      "Figur", "Tabel", "Sider"}},
    {"nb", "norsk bokmål",
     {"Innhold", "Noter", "Kilder", "Omslag", "Tittelside", "Kolofon",
      "Om utgaven", "Landemerker", "Begynnelsen av innholdet",
      "Tilbake til teksten", "Merk", "Advarsel", "Tips", "Viktig", "Forsiktig",
      "Publisert", "Oppdatert", "Gjennomgås innen", "Del", "Side", "ferdig",
      "gjenstår", "Identifikator", "Skrifttyper", "av", "Emneord", "Kontakt",
      "og", "Språk", "Laget med", "Pasienthistorier", "Liste over figurer",
      "Liste over tabeller", "Stikkordregister", "Figur", "Tabell", "Sider"}},
    {"fi", "suomi",
     {"Sisällys", "Viitteet", "Lähteet", "Kansi", "Nimiösivu",
      "Julkaisutiedot", "Kolofoni", "Maamerkit", "Sisällön alku",
      "Takaisin tekstiin", "Huomautus", "Varoitus", "Vinkki", "Tärkeää",
      "Varo", "Julkaistu", "Päivitetty", "Tarkistettava viimeistään", "Osa",
      "Sivu", "tehty", "tekemättä", "Tunniste", "Kirjasintyypit", "tekijä:",
      "Avainsanat", "Yhteystiedot", "ja", "Kieli", "Tehty ohjelmalla",
      "Potilaiden tarinoita", "Kuvaluettelo", "Taulukkoluettelo", "Hakemisto",
      "Kuva", "Taulukko", "Sivut"}},
    {"cs", "čeština",
     {"Obsah", "Poznámky", "Zdroje", "Obálka", "Titulní strana", "Tiráž",
      "Kolofon", "Orientační body", "Začátek obsahu", "Zpět k textu",
      "Poznámka", "Varování", "Tip", "Důležité", "Pozor", "Vydáno",
      "Aktualizováno", "Revize do", "Část", "Strana", "hotovo", "zbývá udělat",
      "Identifikátor", "Písma", "autor:", "Štítky", "Kontakt", "a", "Jazyk",
      "Vytvořeno v programu", "Příběhy pacientů", "Seznam obrázků",
      "Seznam tabulek", "Rejstřík", "Obrázek", "Tabulka", "Strany"}},
    {"uk", "українська",
     {"Зміст", "Примітки", "Джерела", "Обкладинка", "Титульна сторінка",
      "Вихідні дані", "Колофон", "Орієнтири", "Початок тексту",
      "Назад до тексту", "Примітка", "Попередження", "Порада", "Важливо",
      "Обережно", "Опубліковано", "Оновлено", "Переглянути до", "Частина",
      "Сторінка", "зроблено", "треба зробити", "Ідентифікатор", "Шрифти",
      "автор:", "Мітки", "Контакти", "і", "Мова", "Створено за допомогою",
      "Історії пацієнтів", "Перелік рисунків", "Перелік таблиць", "Покажчик",
      "Рисунок", "Таблиця", "Сторінки"}},
    {"ru", "русский",
     {"Содержание", "Примечания", "Источники", "Обложка", "Титульный лист",
      "Выходные данные", "Колофон", "Ориентиры", "Начало текста",
      "Назад к тексту", "Примечание", "Предупреждение", "Совет", "Важно",
      "Осторожно", "Опубликовано", "Обновлено", "Пересмотреть до", "Часть",
      "Страница", "сделано", "предстоит сделать", "Идентификатор", "Шрифты",
      "автор:", "Метки", "Контакты", "и", "Язык", "Создано с помощью",
      "Истории пациентов", "Список иллюстраций", "Список таблиц", "Указатель",
      "Рисунок", "Таблица", "Страницы"}},
    {"el", "Ελληνικά",
     {"Περιεχόμενα", "Σημειώσεις", "Πηγές", "Εξώφυλλο", "Σελίδα τίτλου",
      "Στοιχεία έκδοσης", "Κολοφώνας", "Ορόσημα", "Αρχή περιεχομένου",
      "Επιστροφή στο κείμενο", "Σημείωση", "Προειδοποίηση", "Συμβουλή",
      "Σημαντικό", "Προσοχή", "Δημοσιεύτηκε", "Ενημερώθηκε", "Αναθεώρηση έως",
      "Μέρος", "Σελίδα", "έγινε", "εκκρεμεί", "Αναγνωριστικό",
      "Γραμματοσειρές", "από", "Ετικέτες", "Επικοινωνία", "και", "Γλώσσα",
      "Δημιουργήθηκε με", "Ιστορίες ασθενών", "Κατάλογος εικόνων",
      "Κατάλογος πινάκων", "Ευρετήριο", "Εικόνα", "Πίνακας", "Σελίδες"}},
    {"tr", "Türkçe",
     {"İçindekiler", "Notlar", "Kaynaklar", "Kapak", "Başlık sayfası", "Künye",
      "Kolofon", "Yer işaretleri", "İçeriğin başı", "Metne dön", "Not",
      "Uyarı", "İpucu", "Önemli", "Dikkat", "Yayımlanma", "Güncelleme",
      "Gözden geçirme", "Bölüm", "Sayfa", "tamamlandı", "yapılacak",
      "Tanımlayıcı", "Yazı tipleri", "yazan:", "Etiketler", "İletişim", "ve",
      "Dil", "Hazırlandığı program:", "Hasta öyküleri", "Şekiller listesi",
      "Tablolar listesi", "Dizin", "Şekil", "Tablo", "Sayfalar"}},
    {"ar", "العربية",
     {"المحتويات", "الهوامش", "المصادر", "الغلاف", "صفحة العنوان",
      "بيانات النشر", "بيانات الإخراج", "معالم الكتاب", "بداية المحتوى",
      "العودة إلى النص", "ملاحظة", "تحذير", "نصيحة", "مهم", "تنبيه",
      "تاريخ النشر", "تاريخ التحديث", "تُراجع قبل", "الجزء", "صفحة", "تم",
      "لم يتم بعد", "المعرّف", "الخطوط", "بقلم", "الوسوم", "للتواصل", "و",
      "اللغة", "أُعدّ باستخدام", "قصص المرضى", "قائمة الأشكال",
      "قائمة الجداول", "الكشاف", "شكل", "جدول", "الصفحات"}},
    {"he", "עברית",
     {"תוכן העניינים", "הערות", "מקורות", "כריכה", "שער", "פרטי ההוצאה",
      "קולופון", "ציוני דרך", "תחילת התוכן", "חזרה לטקסט", "הערה", "אזהרה",
      "עצה", "חשוב", "זהירות", "פורסם", "עודכן", "לבדיקה עד", "חלק", "עמוד",
      "בוצע", "לביצוע", "מזהה", "גופנים", "מאת", "תגיות", "יצירת קשר", "ו־",
      "שפה", "נוצר באמצעות", "סיפורי מטופלים", "רשימת איורים", "רשימת טבלאות",
      "מפתח", "איור", "טבלה", "עמודים"}},
    {"fa", "فارسی",
     {"فهرست مطالب", "یادداشت‌ها", "منابع", "جلد", "صفحهٔ عنوان",
      "شناسنامهٔ کتاب", "انجامه", "نشانه‌های راهنما", "آغاز متن",
      "بازگشت به متن", "یادداشت", "هشدار", "نکته", "مهم", "احتیاط",
      "تاریخ انتشار", "تاریخ به‌روزرسانی", "بازبینی تا", "بخش", "صفحه",
      "انجام‌شده", "انجام‌نشده", "شناسه", "قلم‌ها", "نوشتهٔ", "برچسب‌ها",
      "تماس", "و", "زبان", "ساخته‌شده با", "روایت‌های بیماران",
      "فهرست شکل‌ها", "فهرست جدول‌ها", "نمایه", "شکل", "جدول", "صفحه‌ها"}},
    {"ur", "اردو",
     {"فہرست", "حواشی", "مآخذ", "سرورق", "صفحۂ عنوان", "اشاعتی معلومات",
      "ترقیمہ", "رہنما مقامات", "متن کا آغاز", "متن پر واپس", "نوٹ", "انتباہ",
      "مشورہ", "اہم", "احتیاط", "تاریخِ اشاعت", "تاریخِ تجدید", "نظرِ ثانی تک",
      "حصہ", "صفحہ", "مکمل", "باقی", "شناخت", "خطوط", "تحریر:", "ٹیگ", "رابطہ",
      "اور", "زبان", "تیار کردہ بذریعہ", "مریضوں کی کہانیاں", "فہرستِ اشکال",
      "فہرستِ جداول", "اشاریہ", "شکل", "جدول", "صفحات"}},
    {"hi", "हिन्दी",
     {"विषय-सूची", "टिप्पणियाँ", "स्रोत", "आवरण", "शीर्षक पृष्ठ", "प्रकाशन विवरण",
      "पुष्पिका", "मार्गचिह्न", "सामग्री का आरंभ", "पाठ पर वापस जाएँ", "टिप्पणी",
      "चेतावनी", "सुझाव", "महत्वपूर्ण", "सावधानी", "प्रकाशित", "अद्यतन",
      "समीक्षा की तिथि", "भाग", "पृष्ठ", "पूर्ण", "शेष", "पहचान संख्या",
      "मुद्रलिपियाँ", "लेखक:", "टैग", "संपर्क", "और", "भाषा", "निर्माण:",
      "रोगियों की कहानियाँ", "चित्र-सूची", "सारणी-सूची", "अनुक्रमणिका",
      "चित्र", "सारणी", "पृष्ठ"}},
    {"zh", "中文",
     {"目录", "注释", "来源", "封面", "扉页", "版权页", "制作说明", "导航标志",
      "正文开始", "返回正文", "注意", "警告", "提示", "重要", "小心",
      "发布日期", "更新日期", "复审日期", "部分", "页", "已完成", "待办",
      "标识符", "字体", "作者：", "标签", "联系方式", "和", "语言",
      "制作工具：", "患者故事", "插图目录", "表格目录", "索引", "图", "表", "页码"}},
    {"ja", "日本語",
     {"目次", "注", "出典", "表紙", "扉", "奥付", "制作ノート", "ランドマーク",
      "本文の始まり", "本文に戻る", "注記", "警告", "ヒント", "重要", "注意",
      "公開日", "更新日", "見直し期限", "部", "ページ", "完了", "未完了",
      "識別子", "書体", "著者：", "タグ", "連絡先", "、", "言語",
      "制作ソフト：", "患者の物語", "図一覧", "表一覧", "索引", "図", "表", "ページ一覧"}},
    {"ko", "한국어",
     {"차례", "주석", "출처", "표지", "속표지", "판권", "제작 정보", "주요 위치",
      "본문 시작", "본문으로 돌아가기", "참고", "경고", "도움말", "중요", "주의",
      "발행일", "수정일", "재검토 기한", "부", "쪽", "완료", "미완료", "식별자",
      "글꼴", "지은이:", "태그", "연락처", "및", "언어", "제작 도구:",
      "환자 이야기", "그림 차례", "표 차례", "찾아보기", "그림", "표", "쪽 번호"}},
    {"th", "ไทย",
     {"สารบัญ", "เชิงอรรถ", "แหล่งอ้างอิง", "ปก", "หน้าปกใน", "ข้อมูลการจัดพิมพ์",
      "ท้ายเล่ม", "จุดนำทาง", "เริ่มเนื้อหา", "กลับไปที่เนื้อความ", "หมายเหตุ",
      "คำเตือน", "เคล็ดลับ", "สำคัญ", "ข้อควรระวัง", "วันที่เผยแพร่",
      "วันที่ปรับปรุง", "ทบทวนภายใน", "ภาค", "หน้า", "เสร็จแล้ว", "ยังไม่ได้ทำ",
      "รหัสสิ่งพิมพ์", "แบบตัวพิมพ์", "โดย", "ป้ายกำกับ", "ติดต่อ", "และ", "ภาษา",
      "จัดทำด้วย", "เรื่องเล่าจากผู้ป่วย", "สารบัญภาพ", "สารบัญตาราง", "ดัชนี",
      "ภาพที่", "ตารางที่", "หน้า"}},
    {"vi", "Tiếng Việt",
     {"Mục lục", "Chú thích", "Nguồn", "Bìa", "Trang tên sách",
      "Thông tin xuất bản", "Lời cuối sách", "Điểm mốc", "Bắt đầu nội dung",
      "Trở lại văn bản", "Ghi chú", "Cảnh báo", "Mẹo", "Quan trọng",
      "Thận trọng", "Đăng ngày", "Cập nhật", "Xem lại trước", "Phần", "Trang",
      "đã xong", "chưa xong", "Mã định danh", "Kiểu chữ", "tác giả:", "Thẻ",
      "Liên hệ", "và", "Ngôn ngữ", "Làm bằng", "Câu chuyện của bệnh nhân",
      "Danh mục hình", "Danh mục bảng", "Chỉ mục", "Hình", "Bảng",
      "Các trang"}},
};

/* The Chinese of traditional characters. */
static const struct language variants[] = {
    {"zh-TW", "中文",
     {"目錄", "註釋", "來源", "封面", "扉頁", "版權頁", "製作說明", "導覽標誌",
      "正文開始", "返回正文", "注意", "警告", "提示", "重要", "小心",
      "發布日期", "更新日期", "複審日期", "部分", "頁", "已完成", "待辦",
      "識別碼", "字體", "作者：", "標籤", "聯絡方式", "和", "語言",
      "製作工具：", "病人故事", "插圖目錄", "表格目錄", "索引", "圖", "表", "頁碼"}},
};
/* clang-format on */

static const struct language *
language_of(const char *lang)
{
    static const char *const traditional[] = {"zh-TW", "zh-HK", "zh-MO",
                                              "zh-Hant"};
    for (size_t i = 0; i < sizeof traditional / sizeof *traditional; i++)
        if (strncasecmp(lang, traditional[i], strlen(traditional[i])) == 0)
            return &variants[0];
    size_t n = strcspn(lang, "-_");
    if (n == 2 && strncasecmp(lang, "no", 2) == 0)
        lang = "nb";
    for (size_t i = 0; i < sizeof languages / sizeof *languages; i++)
        if (strlen(languages[i].tag) == n &&
            strncasecmp(languages[i].tag, lang, n) == 0)
            return &languages[i];
    return NULL;
}

const char *
doc_word(const char *lang, enum doc_word word)
{
    const struct language *l = language_of(lang);
    if (l && l->words[word])
        return l->words[word];
    return languages[0].words[word];
}

const char *
doc_lang_known(const char *lang)
{
    const struct language *l = language_of(lang);
    return l ? l->tag : NULL;
}

const char *
doc_lang_name(const char *lang)
{
    const struct language *l = language_of(lang);
    return l ? l->name : NULL;
}
