//! Youdu (有度) global status codes: the 91 rows (90 codes) of the vendor's server-API document
//! 全局说明-全局状态码. Section titles, symbols and messages are copied verbatim; the document has no help texts.
//! The enum's documentation lists the parts that are ours. A row has a comment if its advice does not follow from
//! its text.

use crate::{Retry, error_catalog};

error_catalog! {
    /// Youdu (有度) global status codes.
    ///
    /// Both 0 and 2 are success: a query that is answered with "true" returns [`Ok`](Youdu::Ok), one that is
    /// answered with "false" returns [`False`](Youdu::False).
    ///
    /// # The vendor's parts and ours
    ///
    /// Codes, symbols, messages and the titles of the sections are copied verbatim from the vendor's document. Ours are:
    ///
    /// - the **names**: the symbols without `ERRCODE_`, in camel case;
    /// - the **ranges** of the sections, along the document's blocks of numbers, and their titles in English;
    /// - [`en`](Youdu::en), the message in English. If two messages would be equal, a remark in parentheses
    ///   distinguishes them; it is taken from the codes around it;
    /// - [`retry`](Youdu::retry), the advice, chosen for each code from its meaning, because the document has none.
    ///
    /// # Codes and symbols that are used twice
    ///
    /// The vendor uses one code for two errors, which replies do not distinguish, and one symbol for two codes:
    ///
    /// ```
    /// use error_catalog::vendor::Youdu;
    ///
    /// assert_eq!(Youdu::from_code(100008), Some(Youdu::MissBuin));
    /// assert_eq!(Youdu::MissBuin.en(), "missing enterprise number (buin)");
    ///
    /// // 300311 is 重复的userId or jobId不存在.
    /// assert_eq!(Youdu::from_code(300311), Some(Youdu::NotExistJobId));
    /// assert_eq!(Youdu::NotExistJobId, Youdu::RepeatUserId);
    ///
    /// // ERRCODE_INVALID_REQUEST is 5 and 100003.
    /// assert_eq!(Youdu::with_symbol("ERRCODE_INVALID_REQUEST").len(), 2);
    /// ```
    pub enum Youdu: i32 {
        title "有度全局状态码";
        source "全局说明-全局状态码";
        lang "zh-CN";
        baseline "src/vendor/youdu.baseline";
        success 0, 2;
        shared symbol ERRCODE_INVALID_REQUEST;

        /// The message in English, which is ours, not the vendor's. A remark in parentheses distinguishes equal
        /// messages.
        translation en;
        /// The advice on what a client does with the code. It is ours, not the vendor's.
        column retry: Retry = Retry::Never;

        section Basic "基础错误码" en "basic codes" -1..=99999 {
            // The vendor calls the error undefined, so nobody knows whether it is temporary.
            -1 => InternalErr ERRCODE_INTERNALERR "异常,未定义的系统错误" { en: "exception: undefined system error" },
            0 => Ok ERRCODE_OK "操作成功,查询结果逻辑真" { en: "operation succeeded; query result is logically true" },
            2 => False ERRCODE_FALSE "查询结果逻辑假" { en: "query result is logically false" },
            3 => NoRight ERRCODE_NORIGHT "接口权限不足" { en: "insufficient API permissions" },
            4 => IllegalAccess ERRCODE_ILLEGAL_ACCESS "非法访问数据" { en: "illegal access to data" },
            5 => InvalidRequest ERRCODE_INVALID_REQUEST "错误的请求" { en: "invalid request" },
        }

        section RequestVerification "请求验证" en "request verification" 100000..=199999 {
            // The request had no token, which is a mistake of the client, so there is nothing to renew.
            100000 => MissAccessToken ERRCODE_MISS_ACCESSTOKEN "空的ACCESS_TOKEN" { en: "ACCESS_TOKEN is empty" },
            // The server has no such token; a newly issued one works.
            100001 => AccessTokenNotExist ERRCODE_ACCESSTOKEN_NOTEXIST "ACCESS_TOKEN不存在" {
                en: "ACCESS_TOKEN does not exist",
                retry: Retry::AfterRenewal,
            },
            100002 => AccessTokenExpired ERRCODE_ACCESSTOKEN_EXPIRED "ACCESS_TOKEN过期" {
                en: "ACCESS_TOKEN has expired",
                retry: Retry::AfterRenewal,
            },
            // Code 5 has the same symbol, so the name adds the section.
            100003 => InvalidRequestAtVerification ERRCODE_INVALID_REQUEST "错误的请求" {
                en: "invalid request (request verification)",
            },
            100004 => InvalidFormatJson ERRCODE_INVALID_FORMAT_JSON "错误的消息格式" { en: "invalid message format" },
            100005 => InvalidAppId ERRCODE_INVALID_APPID "无效的AppId" { en: "invalid AppId" },
            100006 => InvalidEncrypt ERRCODE_INVALID_ENCRYPT "encrypt字段解密失败" {
                en: "failed to decrypt the encrypt field",
            },
            100008 => MissBuin ERRCODE_MISS_BUIN "缺少企业号(buin)" { en: "missing enterprise number (buin)" },
            100009 => InvalidBuin ERRCODE_INVALID_BUIN "无效的企业号" { en: "invalid enterprise number" },
            100010 => MissAppId ERRCODE_MISS_APPID "缺少应用ID(appId)" { en: "missing app ID (appId)" },
            100011 => MissEncrypt ERRCODE_MISS_ENCRYPT "缺少加密字段" { en: "missing encrypt field" },
            100012 => InvalidFormatBuin ERRCODE_INVALID_FORMAT_BUIN "企业号字段格式不正确（int）" {
                en: "invalid enterprise number field format (int)",
            },
            100013 => InvalidFormatAppId ERRCODE_INVALID_FORMAT_APPID "应用ID字段格式不正确(string)" {
                en: "invalid app ID field format (string)",
            },
            100014 => InvalidFormatEncrypt ERRCODE_INVALID_FORMAT_ENCRYPT "encrypt字段格式不正确(string)" {
                en: "invalid encrypt field format (string)",
            },
        }

        section Message "消息" en "messages" 200000..=299999 {
            200001 => ToUserOverlimit ERRCODE_TOUSER_OVERLIMIT "toUser超过长度" {
                en: "toUser length exceeds the limit",
            },
            200007 => InvalidToUser ERRCODE_INVALID_TOUSER "无效的toUser" { en: "invalid toUser" },
            200008 => InvalidMultipart ERRCODE_INVALID_MULTIPART "上传文件格式失败" {
                en: "invalid file upload format",
            },
            200009 => InvalidFileType ERRCODE_INVALID_FILETYPE "无效的文件类型" { en: "invalid file type" },
            200010 => FileNotExist ERRCODE_FILE_NOTEXIST "资源文件不存在" { en: "resource file does not exist" },
        }

        section Org "组织架构" en "organization structure" 300000..=399999 {
            300001 => AccountNotExist ERRCODE_ACCOUNT_NOTEXIST "UserId不存在" { en: "UserId does not exist" },
            300002 => AccountAuthFailed ERRCODE_ACCOUNT_AUTHFAILED "帐号验证失败" {
                en: "account authentication failed",
            },
            300101 => DeptRootForbidden ERRCODE_DEPT_ROOT_FORBIDDEN "不能操作根部门" {
                en: "operating on the root department is not allowed",
            },
            300102 => InvalidFormatDeptId ERRCODE_INVALID_FORMAT_DEPTID "无效的部门ID格式(int)" {
                en: "invalid department ID format (int)",
            },
            300103 => InvalidFormatDeptName ERRCODE_INVALID_FORMAT_DEPTNAME "无效的部门名格式(string)" {
                en: "invalid department name format (string)",
            },
            300104 => InvalidFormatDeptSortId ERRCODE_INVALID_FORMAT_DEPTSORTID "无效的部门排序ID格式(int)" {
                en: "invalid department sort ID format (int)",
            },
            300105 => InvalidFormatDeptParentId ERRCODE_INVALID_FORMAT_DEPTPARENTID "无效的部门父ID格式(string)" {
                en: "invalid parent department ID format (string)",
            },
            300106 => InvalidDeptId ERRCODE_INVALID_DEPTID "无效的部门ID" { en: "invalid department ID" },
            300107 => InvalidDeptName ERRCODE_INVALID_DEPTNAME "无效的部门名" { en: "invalid department name" },
            300108 => InvalidDeptParentId ERRCODE_INVALID_DEPTPARENTID "无效的部门父ID" {
                en: "invalid parent department ID",
            },
            300109 => MissDeptId ERRCODE_MISS_DEPTID "缺少部门ID" { en: "missing department ID" },
            300110 => MissDeptName ERRCODE_MISS_DEPTNAME "缺少部门名" { en: "missing department name" },
            300111 => MissDeptParentId ERRCODE_MISS_DEPTPARENTID "缺少部门父ID" { en: "missing parent department ID" },
            300112 => ExistDept ERRCODE_EXIST_DEPT "部门ID已存在" { en: "department ID already exists" },
            300113 => ExistDeptSortId ERRCODE_EXIST_DEPT_SORTID "部门排序ID已存在" {
                en: "department sort ID already exists",
            },
            300114 => DeptNotExist ERRCODE_DEPT_NOT_EXIST "部门不存在" { en: "department does not exist" },
            300115 => DeptHasSubdept ERRCODE_DEPT_HAS_SUBDEPT "部门下存在子部门" {
                en: "department has subdepartments",
            },
            300116 => DeptHasUsers ERRCODE_DEPT_HAS_USERS "部门下存在用户" { en: "department has users" },
            300117 => OverlimitDeptName ERRCODE_OVERLIMIT_DEPTNAME "部门名过长" { en: "department name is too long" },
            300118 => NotExistOrg ERRCODE_NOTEXIST_ORG "组织架构不存在" { en: "organization structure does not exist" },
            300119 => InvalidDeptAlias ERRCODE_INVALID_DEPTALIAS "无效的部门索引(alias)" {
                en: "invalid department index (alias)",
            },
            300201 => MissUserId ERRCODE_MISS_USERID "缺少用户ID" { en: "missing user ID" },
            300202 => MissUserName ERRCODE_MISS_USERNAME "缺少用户名" { en: "missing user name" },
            300203 => MissUserDept ERRCODE_MISS_USERDEPT "用户没有指定部门" {
                en: "no department specified for the user",
            },
            300204 => MissUserList ERRCODE_MISS_USERLIST "缺少用户列表" { en: "missing user list" },
            300205 => InvalidFormatUserId ERRCODE_INVALID_FORMAT_USERID "无效的userId格式" {
                en: "invalid userId format",
            },
            300206 => InvalidFormatUserName ERRCODE_INVALID_FORMAT_USERNAME "无效的用户名称格式" {
                en: "invalid user name format",
            },
            300207 => InvalidFormatUserGender ERRCODE_INVALID_FORMAT_USERGENDER "无效的gender格式" {
                en: "invalid gender format",
            },
            300208 => InvalidFormatUserEmail ERRCODE_INVALID_FORMAT_USEREMAIL "无效的email格式" {
                en: "invalid email format",
            },
            300209 => InvalidFormatUserPhone ERRCODE_INVALID_FORMAT_USERPHONE "无效的phone格式" {
                en: "invalid phone format",
            },
            300210 => InvalidFormatUserMobile ERRCODE_INVALID_FORMAT_USERMOBILE "无效的mobile格式" {
                en: "invalid mobile format",
            },
            300211 => InvalidFormatUserDept ERRCODE_INVALID_FORMAT_USERDEPT "无效的用户部门格式" {
                en: "invalid user department format",
            },
            300212 => InvalidFormatUserList ERRCODE_INVALID_FORMAT_USERLIST "无效的用户列表格式" {
                en: "invalid user list format",
            },
            300213 => InvalidFormatPassword ERRCODE_INVALID_FORMAT_PASSWORD "无效的password格式" {
                en: "invalid password format",
            },
            300214 => InvalidFormatAuthType ERRCODE_INVALID_FORMAT_AUTHTYPE "无效的认证类型" {
                en: "invalid authentication type",
            },
            300215 => InvalidFormatPosition ERRCODE_INVALID_FORMAT_POSITION "无效的职务格式" {
                en: "invalid position format",
            },
            300216 => InvalidFormatWeight ERRCODE_INVALID_FORMAT_WEIGHT "无效的职务权重格式" {
                en: "invalid position weight format",
            },
            300217 => InvalidFormatSortId ERRCODE_INVALID_FORMAT_SORTID "无效的排序格式" {
                en: "invalid sort order format",
            },
            300218 => OverlimitUserId ERRCODE_OVERLIMIT_USERID "userId超过长度" {
                en: "userId length exceeds the limit",
            },
            300219 => OverlimitUserName ERRCODE_OVERLIMIT_USERNAME "user名称超过长度" {
                en: "user name length exceeds the limit",
            },
            300220 => OverlimitUserEmail ERRCODE_OVERLIMIT_USEREMAIL "email超过长度" {
                en: "email length exceeds the limit",
            },
            300221 => OverlimitUserDept ERRCODE_OVERLIMIT_USERDEPT "用户部门超过长度" {
                en: "user department length exceeds the limit",
            },
            300222 => OverlimitUserList ERRCODE_OVERLIMIT_USERLIST "userList超过长度" {
                en: "userList length exceeds the limit",
            },
            300223 => InvalidUserId ERRCODE_INVALID_USERID "无效的userId" { en: "invalid userId" },
            300224 => UserExist ERRCODE_USER_EXIST "用户已存在" { en: "user already exists" },
            300225 => UserNotExist ERRCODE_USER_NOTEXIST "用户不存在" { en: "user does not exist" },
            300226 => EmptyDept ERRCODE_EMPTY_DEPT "空的部门" { en: "department is empty" },
            300227 => UserNotInDept ERRCODE_USER_NOTIN_DEPT "用户不属于该部门" {
                en: "user does not belong to the department",
            },
            300301 => InvalidFormatDeptList ERRCODE_INVALID_FORMAT_DEPTLIST "无效的部门列表格式" {
                en: "invalid department list format",
            },
            300302 => InvalidFormatDept ERRCODE_INVALID_FORMAT_DEPT "无效的部门格式" {
                en: "invalid department format",
            },
            300303 => InvalidFormatUser ERRCODE_INVALID_FORMAT_USER "无效的用户格式" { en: "invalid user format" },
            300304 => InvalidFormatPositions ERRCODE_INVALID_FORMAT_POSITIONS "无效的部门职务信息格式" {
                en: "invalid department position information format",
            },
            300306 => MissGender ERRCODE_MISS_GENDER "缺少性别" { en: "missing gender" },
            // Code 300114 has the same message; the codes around this one are about the synchronization.
            300307 => NotExistDept ERRCODE_NOTEXIST_DEPT "部门不存在" {
                en: "department does not exist (organization sync)",
            },
            300308 => NotExistParentDept ERRCODE_NOTEXIST_PARENTDEPT "父部门不存在" {
                en: "parent department does not exist",
            },
            300311 => RepeatUserId ERRCODE_REPEAT_USERID "重复的userId" { en: "duplicate userId" }
                   or NotExistJobId ERRCODE_NOTEXIST_JOBID "jobId不存在" { en: "jobId does not exist" },
            // Another synchronization is running, and will end.
            300312 => ExistEntReplaceAll ERRCODE_EXIST_ENT_REPLACEALL "已存在同步请求" {
                en: "sync request already exists",
                retry: Retry::Later,
            },
        }

        section Group "群组" en "groups" 500000..=599999 {
            500001 => MissGroupName ERRCODE_MISS_GROUPNAME "群名称为空" { en: "group name is empty" },
            500002 => InvalidFormatGroupName ERRCODE_INVALID_FORMAT_GROUPNAME "群名称格式不正确(string)" {
                en: "invalid group name format (string)",
            },
            500003 => OverlimitGroupName ERRCODE_OVERLIMIT_GROUPNAME "群名称长度超过限制" {
                en: "group name length exceeds the limit",
            },
            500004 => GroupNotExist ERRCODE_GROUP_NOTEXIST "不存在该群" { en: "group does not exist" },
            500005 => GroupAccessError ERRCODE_GROUP_ACCESS_ERROR "非法访问群" { en: "illegal access to the group" },
            500006 => MissGroupId ERRCODE_MISS_GROUPID "缺少群ID" { en: "missing group ID" },
            500007 => InvalidGroupUserId ERRCODE_INVALID_GROUP_USERID "无效的userId" {
                en: "invalid userId (group)",
            },
            500008 => InvalidFormatGroupId ERRCODE_INVALID_FORMAT_GROUPID "无效的群Id" { en: "invalid group ID" },
        }
    }
}
